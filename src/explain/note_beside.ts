/**
 * Values that nothing else may stand in the place of.
 *
 * @module
 */

import type { FieldPath, Value } from "../model/mod.ts";
import { type Leaf, leavesOf } from "./leaves.ts";
import type { Laboratory } from "./probe.ts";
import type { FeederRecord } from "./record.ts";
import type { Source } from "./source.ts";
import type { Target } from "./targets.ts";

/**
 * Notes where values go that cannot be changed, as the kind of what is named:
 * beside the values that stand beside them, under the same key.
 *
 * @param laboratory What was found out about the others.
 * @param stuck Values that cannot be changed alone.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { FeederRecord } from "./record.ts";
 * const [kind, name] = ["kind", "name"].map((key) => ({
 *   kind: "definition" as const,
 *   field: ["spec", "sourceRef", key],
 *   value: key,
 * }));
 * const record = new FeederRecord();
 * const base = { objects: new Map([["chart", { from: { kind: "kind", name: "name" } }]]) };
 * if (kind && name) {
 *   record.add("chart", ["from", "name"], { source: name, role: "gives", together: [] });
 *   const trial = { render: () => undefined };
 *   const stuck = { source: kind, choices: [], canBeRemoved: false, change: () => undefined };
 *   noteBeside({ trial, base, record }, [stuck]);
 * }
 * assertEquals(record.feeders("chart", ["from", "kind"])[0]?.source, kind);
 * ```
 */
export function noteBeside(
  { base, record }: Laboratory,
  stuck: readonly Target[],
): void {
  for (const [key, object] of base.objects) {
    for (const leaf of leavesOf(object)) {
      if (givenBy(record, key, leaf.path).length > 0) continue;
      const parents = parentsBeside(record, { key, object, leaf });
      const found = stuck.find(({ source }) =>
        source.value === leaf.value &&
        parents.has(placeKey(source, [leaf.path.at(-1) ?? ""]))
      );
      if (found === undefined) continue;
      const { source } = found;
      record.add(key, leaf.path, { source, role: "gives", together: [] });
    }
  }
}

/** Where the values come from that stand beside one, without the last steps. */
function parentsBeside(
  record: FeederRecord,
  { key, object, leaf }: {
    readonly key: string;
    readonly object: Value;
    readonly leaf: Leaf;
  },
): Set<string> {
  const parent = leaf.path.slice(0, -1);
  const parents = new Set<string>();
  for (const { path } of leavesOf(object)) {
    if (!startsWith(path, parent)) continue;
    const tail = path.slice(parent.length);
    for (const source of givenBy(record, key, path)) {
      parents.add(placeKey(source, tail));
    }
  }
  return parents;
}

function givenBy(
  record: FeederRecord,
  key: string,
  path: FieldPath,
): Source[] {
  return record.feeders(key, path).filter(({ role }) => role === "gives")
    .map(({ source }) => source);
}

/** The map that a source is in, where it goes by the same keys there. */
function placeKey({ field, place }: Source, tail: FieldPath): string {
  const parent = field.slice(0, field.length - tail.length);
  const isSame = startsWith(field.slice(parent.length), tail);
  return isSame ? JSON.stringify([place?.origin, parent]) : "";
}

function startsWith(path: FieldPath, start: FieldPath): boolean {
  return start.every((step, index) => path[index] === step);
}
