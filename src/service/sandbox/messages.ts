/**
 * What the service and the sandbox say to each other, one line of JSON each.
 *
 * The sandbox is told the state of the source before the change and makes
 * itself ready with it; it is told the change, renders it once, and ends. What
 * it cannot do itself it asks for.
 *
 * @module
 */

import { z } from "zod";
import { type Finding, type UnitId, unitKey } from "../../model/mod.ts";
import { chartLockSchema } from "../../templates/helm/lock/mod.ts";
import type { DryFile } from "../../source/mod.ts";
import { type Provenance, unitIdSchema } from "../../tree/mod.ts";
import type { Overrides } from "../prepare.ts";
import { comparisonSchema } from "./comparison_schema.ts";
import { locatedFindingSchema } from "./finding_schema.ts";

/** A file of a vendored chart; it need not be text. */
export interface ToldChartFile {
  readonly path: string;
  readonly base64: string;
}

/** A dry source, or how it differs from the one that was told before. */
export interface ToldTree {
  readonly files: readonly DryFile[];
  readonly chartFiles: readonly ToldChartFile[];
  /** The paths of files that are not there any more. */
  readonly removed: readonly string[];
  readonly findings: readonly Finding[];
}

/** The tree of a rendered branch: path, mode and object of each entry. */
export interface ToldPrevious {
  readonly entries: readonly (readonly [string, string, string])[];
  readonly records: readonly (readonly [string, string])[];
}

/** A chart that was asked for. */
export type ToldChart =
  | { readonly kind: "available"; readonly files: readonly ToldChartFile[] }
  | {
    readonly kind: "unavailable";
    readonly reason: string;
    readonly remedy?: string;
  };

/** Which clusters templates must not be run for. */
export interface Refusals {
  /** These, and why: {@linkcode workKey}. */
  readonly refused: readonly (readonly [string, Finding])[];
  /** All but these, and why; left out, no others. */
  readonly except?: { readonly keys: readonly string[]; readonly why: Finding };
}

/**
 * A cluster of an environment, as refusals name it.
 *
 * @param environment The environment's name.
 * @param cluster The cluster.
 * @returns A text that no other has.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const eu1 = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * assertEquals(workKey("default", eu1), "default: cluster prod/eu1");
 * ```
 */
export function workKey(environment: string, cluster: UnitId): string {
  return `${environment}: ${unitKey(cluster)}`;
}

/** What the sandbox is told. */
export type ToSandbox =
  | {
    readonly kind: "begin";
    readonly builtIn: readonly (readonly [string, string])[];
    readonly overrides: Overrides;
    /** The source before the change; left out where nothing is compared. */
    readonly before?: ToldTree;
  }
  | {
    readonly kind: "change";
    readonly change: ToldTree;
    readonly provenance?: Provenance;
    readonly refusals: Refusals;
  }
  /** Answers to `previous`, `chart` and `texts`. */
  | { readonly kind: "previous"; readonly previous: ToldPrevious }
  | { readonly kind: "chart"; readonly chart: ToldChart }
  | {
    readonly kind: "texts";
    readonly texts: readonly (readonly [string, string])[];
  };

const text = z.string();
const name = z.string().max(1000);
const path = z.string().max(4000);

/** What the sandbox may say. */
export const fromSandboxSchema = z.discriminatedUnion("kind", [
  /** What it is about to do; whatever ends it then, this is to blame. */
  z.strictObject({
    kind: z.literal("at"),
    environment: name.exactOptional(),
    work: z.union([
      z.enum(["reading", "checking", "comparing"]),
      unitIdSchema,
    ]),
  }),
  z.strictObject({ kind: z.literal("ready") }),
  /** Asks for the head of a rendered branch. */
  z.strictObject({ kind: z.literal("previous"), branch: name }),
  z.strictObject({
    kind: z.literal("chart"),
    chart: chartLockSchema.shape.charts.element,
  }),
  /** Asks for files of the head of a rendered branch. */
  z.strictObject({
    kind: z.literal("texts"),
    branch: name,
    paths: z.array(path),
  }),
  /** What follows, up to `composed`, is about this environment. */
  z.strictObject({
    kind: z.literal("environment"),
    name,
    branch: name,
  }),
  z.strictObject({ kind: z.literal("file"), path, text }),
  z.strictObject({ kind: z.literal("gone"), path }),
  z.strictObject({
    kind: z.literal("composed"),
    /** A refused tree must not be committed. */
    tree: z.enum(["composed", "refused"]),
    units: z.int(),
    rendered: z.int(),
    failed: z.array(unitIdSchema),
  }),
  /** What becomes of an environment; left out where a tree is refused. */
  z.strictObject({
    kind: z.literal("compared"),
    name,
    comparison: comparisonSchema,
    ms: z.number(),
  }),
  z.strictObject({
    kind: z.literal("done"),
    /** The findings that the source did not have before. */
    added: z.array(locatedFindingSchema).readonly(),
    /** Whether it has errors, with those that it had before. */
    hasErrors: z.boolean(),
  }),
]);

/** What the sandbox says. */
export type FromSandbox = z.output<typeof fromSandboxSchema>;

/** What the sandbox says it is at. */
export type SandboxWork = Extract<FromSandbox, { kind: "at" }>;
