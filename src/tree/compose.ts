/**
 * The whole rendered tree: what this render made, and what stays of the
 * rendered branch.
 *
 * @module
 */

import { type Finding, hasErrors, makeFinding } from "../model/mod.ts";
import { Composition } from "./composition.ts";
import type { PreviousUnit } from "./previous_branch.ts";
import { TREE_RULES } from "./rules.ts";
import type { TreeInput, TreeReport } from "./tree_input.ts";
import type { TreeEntry } from "./types.ts";

/**
 * Composes a tree. It is written from nothing, so what is not among the
 * entries is not in the tree. One unit is held in memory at a time.
 *
 * @param input The results, and the branch's head.
 * @returns A generator of the tree's entries that returns the report.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readPreviousBranch } from "./previous_branch.ts";
 * import { EMPTY_TREE } from "./types.ts";
 * const entries = composeTree({
 *   previous: readPreviousBranch(EMPTY_TREE),
 *   results: [],
 *   complete: true,
 *   definitions: 0,
 *   entryPoint: () => ({ objects: [], shards: new Map() }),
 *   environment: "default",
 *   applyLevel: "capi",
 *   version: "0.1.0",
 * });
 * assertEquals([...entries].map((entry) => entry.path), [
 *   "flux/kustomization.yaml",
 *   ".gitattributes",
 *   "README.md",
 *   "flux/unit.json",
 * ]);
 * ```
 */
export function* composeTree(
  input: TreeInput,
): Generator<TreeEntry, TreeReport> {
  const refusal = refuse(input);
  if (refusal.length > 0) return { kind: "refused", findings: refusal };
  const composition = new Composition(input);
  for (const result of input.results) yield* composition.addResult(result);
  yield* composition.addMissingUnits();
  yield* composition.addEntryPoint();
  yield* composition.addOthers();
  yield* composition.addMetadata();
  return composition.report();
}

function refuse(input: TreeInput): readonly Finding[] {
  const { previous } = input;
  if (hasErrors(previous.findings)) return previous.findings;
  const units = [...previous.units.values()].filter(isLive);
  return units.length === 0
    ? []
    : [...emptiedSource(input, units.length), ...changedLevel(input, units)];
}

function emptiedSource({ definitions }: TreeInput, units: number): Finding[] {
  if (definitions > 0) return [];
  return [makeFinding(
    TREE_RULES["tree/emptied-source"],
    `Cannot render an environment without definitions: the rendered branch has ${units} units`,
  )];
}

/**
 * At another level other objects stand for a cluster. Flux would prune those
 * of the old level, and with them the cluster itself.
 */
function changedLevel(
  { previous, applyLevel }: TreeInput,
  units: readonly PreviousUnit[],
): Finding[] {
  const before = previous.units.get("root")?.record.applyLevel;
  const clusters = units
    .filter(({ record }) => record.unit.kind === "cluster").length;
  if (before === applyLevel || clusters === 0) return [];
  const what = clusters === 1 ? "a cluster" : `${clusters} clusters`;
  return [makeFinding(
    TREE_RULES["tree/changed-level"],
    before === undefined
      ? `Cannot tell at which applyLevel ${what} of this branch are applied: flux/unit.json is missing`
      : `Cannot change applyLevel from "${before}" to "${applyLevel}" on this branch: Flux would delete ${what}`,
  )];
}

function isLive({ record }: PreviousUnit): boolean {
  return record.unit.kind !== "root" && record.retired === undefined;
}
