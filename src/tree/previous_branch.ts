/**
 * The rendered branch's head, as the next render sees it.
 *
 * @module
 */

import { type Finding, makeFinding, unitKey } from "../model/mod.ts";
import { METADATA_PATH } from "./hydrator_metadata.ts";
import { TREE_RULES } from "./rules.ts";
import { parseShards, type ShardMapping, SHARDS_PATH } from "./shards.ts";
import {
  type BlobEntry,
  isBlob,
  type PreviousEntry,
  type PreviousTree,
} from "./types.ts";
import { parseUnitRecord, type UnitRecord } from "./unit_record.ts";

/** A unit as it stands on the rendered branch. */
export interface PreviousUnit {
  readonly record: UnitRecord;
  /** The files that k0render wrote and that are still there, by path. */
  readonly files: ReadonlyMap<string, BlobEntry>;
  /** The paths that somebody changed or removed since. */
  readonly changed: readonly string[];
}

/** What the rendered branch's head holds, and what of it is ours. */
export interface PreviousBranch {
  readonly entries: ReadonlyMap<string, PreviousEntry>;
  /** By {@linkcode unitKey}; the Flux entry point and root files are `root`. */
  readonly units: ReadonlyMap<string, PreviousUnit>;
  /** The shards that clusters belong to so far. */
  readonly shards: ShardMapping;
  /** The text of the `hydrator.metadata`. */
  readonly metadata?: string;
  /** What was changed by hand. */
  readonly findings: readonly Finding[];
}

/**
 * Sorts out what k0render wrote to a rendered branch, and what others did.
 *
 * @param tree The branch's head.
 * @returns Its units, and a finding for each change by hand.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { EMPTY_TREE } from "./types.ts";
 * assertEquals(readPreviousBranch(EMPTY_TREE).units.size, 0);
 * ```
 */
export function readPreviousBranch(tree: PreviousTree): PreviousBranch {
  const entries = new Map(tree.entries.map((entry) => [entry.path, entry]));
  const units = new Map<string, PreviousUnit>();
  const findings: Finding[] = [];
  for (const [path, text] of tree.records) {
    if (!path.endsWith("/unit.json")) continue;
    const record = parseUnitRecord(text, path);
    if (record === undefined) {
      findings.push(unreadable(path));
      continue;
    }
    const unit = compare(record, entries);
    units.set(recordKey(record), unit);
    findings.push(...unit.changed.map(changedByHand));
  }
  const shards = parseShards(tree.records.get(SHARDS_PATH) ?? "{}");
  if (shards === undefined) findings.push(unreadableShards());
  const metadata = tree.records.get(METADATA_PATH);
  return {
    entries,
    units,
    shards: shards ?? new Map(),
    ...(metadata === undefined ? {} : { metadata }),
    findings,
  };
}

/**
 * The fingerprints of the units that may be reused as they are. A unit that
 * was changed by hand is not among them, so that it is rendered again.
 *
 * @param previous The rendered branch's head.
 * @returns Fingerprints by {@linkcode unitKey}.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { EMPTY_TREE } from "./types.ts";
 * assertEquals(reusableFingerprints(readPreviousBranch(EMPTY_TREE)).size, 0);
 * ```
 */
export function reusableFingerprints(
  previous: PreviousBranch,
): ReadonlyMap<string, string> {
  const fingerprints = new Map<string, string>();
  for (const [key, { record, changed }] of previous.units) {
    if (record.fingerprint !== undefined && changed.length === 0) {
      fingerprints.set(key, record.fingerprint);
    }
  }
  return fingerprints;
}

function recordKey({ unit }: UnitRecord): string {
  return unit.kind === "root" ? "root" : unitKey(unit);
}

function compare(
  record: UnitRecord,
  entries: ReadonlyMap<string, PreviousEntry>,
): PreviousUnit {
  const files = new Map<string, BlobEntry>();
  const changed: string[] = [];
  for (const [path, oid] of Object.entries(record.files)) {
    const entry = entries.get(path);
    if (entry !== undefined && isBlob(entry)) files.set(path, entry);
    if (entry?.oid !== oid) changed.push(path);
  }
  return { record, files, changed };
}

function changedByHand(path: string): Finding {
  return makeFinding(
    TREE_RULES["tree/changed-by-hand"],
    `Found a change by hand on the rendered branch: "${path}"`,
  );
}

function unreadable(path: string): Finding {
  return makeFinding(
    TREE_RULES["tree/unreadable-record"],
    `Cannot read "${path}" of the rendered branch: it is no record of what k0render wrote`,
  );
}

function unreadableShards(): Finding {
  return makeFinding(
    TREE_RULES["tree/unreadable-shards"],
    `Cannot read "${SHARDS_PATH}" of the rendered branch: it is no mapping from clusters to shards`,
  );
}
