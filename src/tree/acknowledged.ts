/**
 * What was accepted by name: each entry counts for one commit, and is recorded
 * as used up while it still stands in the source.
 *
 * @module
 */

import type { PreviousBranch } from "./previous_branch.ts";
import type { FileEntry } from "./types.ts";
import {
  formatUnitRecord,
  parseUnitRecord,
  recordPath,
} from "./unit_record.ts";

/** The record of what stands above all units. */
export const ROOT_RECORD: string = recordPath({ kind: "root" });

/**
 * The entries that a former commit has used up.
 *
 * @param previous The rendered branch's head.
 * @param standing The entries that stand in the source.
 * @returns Those of them that count no more, in ascending order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readPreviousBranch } from "./previous_branch.ts";
 * import { EMPTY_TREE } from "./types.ts";
 * assertEquals(usedUp(readPreviousBranch(EMPTY_TREE), ["delete:prod/eu1"]), []);
 * ```
 */
export function usedUp(
  previous: PreviousBranch,
  standing: Iterable<string>,
): readonly string[] {
  const used = new Set(previous.units.get("root")?.record.acknowledged);
  return [...new Set(standing)].filter((entry) => used.has(entry)).sort();
}

/**
 * The root record with other entries as used up.
 *
 * @param text The text of `flux/unit.json`.
 * @param acknowledged The entries.
 * @returns The file.
 * @throws {RangeError} If the text is no such record.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const text = JSON.stringify({ unit: { kind: "root" }, files: {} });
 * const file = withAcknowledged(text, ["delete:prod/eu1"]);
 * assertEquals(JSON.parse(file.text).acknowledged, ["delete:prod/eu1"]);
 * ```
 */
export function withAcknowledged(
  text: string,
  acknowledged: readonly string[],
): FileEntry {
  const record = parseUnitRecord(text, ROOT_RECORD);
  if (record === undefined) {
    throw new RangeError(`Cannot read "${ROOT_RECORD}": it is no record`);
  }
  return {
    kind: "file",
    path: ROOT_RECORD,
    text: formatUnitRecord({ ...record, acknowledged }),
  };
}
