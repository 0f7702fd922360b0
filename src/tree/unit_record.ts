/**
 * `unit.json`: what k0render wrote for a unit, recorded beside it.
 *
 * It is all that the next render knows about this one: which files are ours,
 * whether somebody changed them, and whether they can be reused as they are.
 *
 * @module
 */

import { z } from "zod";
import { LAYERS, type TargetRegion, type UnitChart } from "../model/mod.ts";
import { type TreeUnitId, unitDirectories } from "./unit_directories.ts";

/** The schema of a unit's name. */
export const unitIdSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("cluster"),
    namespace: z.string(),
    name: z.string(),
  }),
  z.strictObject({ kind: z.literal("region"), name: z.string() }),
  z.strictObject({ kind: z.literal("layer"), layer: z.enum(LAYERS) }),
]);

const recordSchema = z.strictObject({
  unit: z.discriminatedUnion("kind", [
    ...unitIdSchema.options,
    z.strictObject({ kind: z.literal("root") }),
  ]),
  fingerprint: z.string().optional(),
  retired: z.literal(true).optional(),
  applyLevel: z.string().optional(),
  acknowledged: z.array(z.string()).optional(),
  chart: z.strictObject({
    name: z.string(),
    version: z.string(),
    origin: z.string(),
    digest: z.string(),
  }).optional(),
  region: z.strictObject({
    name: z.string(),
    kubeConfig: z.strictObject({
      namespace: z.string(),
      name: z.string(),
      key: z.string().optional(),
    }),
  }).optional(),
  files: z.record(z.string(), z.string()),
});

/** What k0render wrote for a unit. */
export interface UnitRecord {
  readonly unit: TreeUnitId;
  /**
   * The digest of what the unit was rendered from. Left out where the files
   * are not what it renders to, so that it is rendered again: objects with
   * errors that stayed as they were, or a retired unit.
   */
  readonly fingerprint?: string | undefined;
  /** Whether the unit's definition is gone; nothing in it is applied. */
  readonly retired?: true | undefined;
  /** What Flux applies for each cluster; in the record of the root only. */
  readonly applyLevel?: string | undefined;
  /**
   * What was accepted by name and is used up while it stands in the source; in
   * the record of the root only.
   */
  readonly acknowledged?: readonly string[] | undefined;
  /** What a cluster was expanded by. */
  readonly chart?: UnitChart | undefined;
  /** The Region that Flux applies the unit to. */
  readonly region?: TargetRegion | undefined;
  /** The Git blob ids of the unit's files, by path from the tree's root. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Writes a record.
 *
 * @param record What was written for the unit.
 * @returns The text of its `unit.json`; the same record gives the same bytes.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const record = { unit: { kind: "layer", layer: "sources" }, files: {} } as const;
 * assertEquals(parseUnitRecord(formatUnitRecord(record), "layers/sources/unit.json"), record);
 * ```
 */
export function formatUnitRecord(record: UnitRecord): string {
  const { fingerprint, retired, applyLevel, chart, region } = record;
  const acknowledged = record.acknowledged?.length
    ? record.acknowledged
    : undefined;
  const unit = recordSchema.shape.unit.parse(record.unit);
  const files = Object.fromEntries(
    Object.entries(record.files).sort(([a], [b]) => a < b ? -1 : 1),
  );
  const json = {
    unit,
    fingerprint,
    retired,
    applyLevel,
    acknowledged,
    chart,
    region,
    files,
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/**
 * Reads a record. Nobody can claim files of others by it: paths outside the
 * unit's own directories make it unreadable.
 *
 * @param text The text of a `unit.json`.
 * @param path Where it was found.
 * @returns The record, or `undefined` where it is none that k0render wrote.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseUnitRecord("{}", "layers/sources/unit.json"), undefined);
 * ```
 */
export function parseUnitRecord(
  text: string,
  path: string,
): UnitRecord | undefined {
  const result = recordSchema.safeParse(parseJson(text));
  if (!result.success) return undefined;
  const record = result.data;
  const isOwn = Object.keys(record.files).every((file) =>
    belongsTo(record.unit, file)
  );
  return isOwn && path === recordPath(record.unit) ? record : undefined;
}

/**
 * Where a unit's record stands.
 *
 * @param unit The unit.
 * @returns The path from the tree's root.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(recordPath({ kind: "layer", layer: "sources" }), "layers/sources/unit.json");
 * ```
 */
export function recordPath(unit: TreeUnitId): string {
  return `${unitDirectories(unit).applied}/unit.json`;
}

function belongsTo(unit: TreeUnitId, file: string): boolean {
  const { applied, review } = unitDirectories(unit);
  return file.startsWith(`${applied}/`) ||
    (review !== undefined && file.startsWith(`${review}/`)) ||
    (unit.kind === "root" && !file.includes("/"));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
