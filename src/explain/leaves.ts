/**
 * The values of a document, one by one.
 *
 * @module
 */

import { type FieldPath, isMap, type Value } from "../model/mod.ts";

/** A value that holds no other, and the way to it. */
export interface Leaf {
  readonly path: FieldPath;
  readonly value: Value;
}

/**
 * All values that hold no others: scalars, and empty maps and lists.
 *
 * @param value What to take apart.
 * @param path The way to it.
 * @returns The leaves, in order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals([...leavesOf({ a: [1, {}] })], [
 *   { path: ["a", 0], value: 1 },
 *   { path: ["a", 1], value: {} },
 * ]);
 * ```
 */
export function* leavesOf(
  value: Value,
  path: FieldPath = [],
): Generator<Leaf> {
  const children = childrenOf(value);
  if (children.length === 0) yield { path, value };
  for (const [step, child] of children) yield* leavesOf(child, [...path, step]);
}

/**
 * All maps and lists that hold something, but for the root and what is in
 * lists: to take an item out moves the ones behind it.
 *
 * @param value What to take apart.
 * @param path The way to it.
 * @returns The containers, the outer ones first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const paths = [...containersOf({ a: { b: [{ c: 1 }] } })].map(({ path }) => path);
 * assertEquals(paths, [["a"], ["a", "b"]]);
 * ```
 */
export function* containersOf(
  value: Value,
  path: FieldPath = [],
): Generator<Leaf> {
  if (childrenOf(value).length === 0) return;
  if (path.length > 0) yield { path, value };
  if (!isMap(value)) return;
  for (const [key, child] of Object.entries(value)) {
    yield* containersOf(child, [...path, key]);
  }
}

function childrenOf(value: Value): (readonly [string | number, Value])[] {
  if (Array.isArray(value)) return [...value.entries()];
  return isMap(value) ? Object.entries(value) : [];
}
