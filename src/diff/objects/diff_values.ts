/**
 * What differs between two values.
 *
 * @module
 */

import {
  type FieldChange,
  isMap,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";
import { diffLists } from "./diff_lists.ts";
import { inside } from "./inside.ts";
import { sameValue } from "./same_value.ts";
import { readTexts } from "./text_data.ts";

/** Nothing differs. */
const NONE: readonly FieldChange[] = [];

/**
 * Compares two values: maps by their fields, lists by the keys of their items,
 * texts that hold data by that data.
 *
 * @param before The one value.
 * @param after The other value.
 * @param options The name of the field that holds them, where it is one.
 * @returns What differs, in the order of the fields' names.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const changes = diffValues({ spec: { replicas: 1 } }, { spec: { replicas: 3 } });
 * assertEquals(changes, [{ path: ["spec", "replicas"], before: 1, after: 3 }]);
 * ```
 */
export function diffValues(
  before: Value,
  after: Value,
  options: { field?: string } = {},
): readonly FieldChange[] {
  if (isMap(before) && isMap(after)) return diffMaps(before, after);
  if (Array.isArray(before) && Array.isArray(after)) {
    return diffLists(before, after, { ...options, diffItems });
  }
  if (sameValue(before, after)) return NONE;
  const change = { path: [], before, after };
  if (typeof before !== "string" || typeof after !== "string") return [change];
  const texts = readTexts(before, after);
  if (texts === undefined) return [change];
  const fields = diffValues(texts.before, texts.after);
  return [{ ...change, within: { format: texts.format, fields } }];
}

function diffItems(before: Value, after: Value): readonly FieldChange[] {
  return diffValues(before, after);
}

function diffMaps(before: ValueMap, after: ValueMap): readonly FieldChange[] {
  const differing = new Map<string, readonly FieldChange[]>();
  for (const [field, value] of Object.entries(before)) {
    const changes: readonly FieldChange[] = Object.hasOwn(after, field)
      ? diffValues(value, after[field]!, { field })
      : [{ path: [], before: value }];
    if (changes.length > 0) differing.set(field, changes);
  }
  for (const [field, value] of Object.entries(after)) {
    if (Object.hasOwn(before, field)) continue;
    differing.set(field, [{ path: [], after: value }]);
  }
  return [...differing.keys()].sort()
    .flatMap((field) => inside(field, differing.get(field)!));
}
