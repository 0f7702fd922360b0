/**
 * How alike two values are.
 *
 * @module
 */

import { type FieldChange, isMap, type Value } from "../../model/mod.ts";
import { diffValues } from "./diff_values.ts";

/**
 * Says how alike two values are.
 *
 * @param left The one value.
 * @param right The other value.
 * @returns The share of their scalars that they have in common, from 0 to 1; 0
 * for values without any.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(similarity({ a: 1, b: 2 }, { a: 1, b: 3 }), 0.5);
 * ```
 */
export function similarity(left: Value, right: Value): number {
  const all = countLeaves(left) + countLeaves(right);
  const changed = diffValues(left, right)
    .reduce((count, change) => count + leavesOf(change), 0);
  return all === 0 ? 0 : 1 - changed / all;
}

/**
 * Counts the scalars of a value.
 *
 * @param value The value.
 * @returns How many it has, at any depth; `null` is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(countLeaves({ a: [1, 2], b: { c: "d" }, e: null }), 3);
 * ```
 */
export function countLeaves(value: Value): number {
  if (Array.isArray(value)) return sum(value);
  if (isMap(value)) return sum(Object.values(value));
  return value === null ? 0 : 1;
}

function sum(values: readonly Value[]): number {
  return values.reduce<number>((count, value) => count + countLeaves(value), 0);
}

function leavesOf({ before = null, after = null }: FieldChange): number {
  return countLeaves(before) + countLeaves(after);
}
