/**
 * Where two values begin to differ.
 *
 * @module
 */

import { type FieldPath, isMap } from "../../model/mod.ts";

/**
 * Finds the first place in which two values differ.
 *
 * @param before One value.
 * @param after Another value.
 * @returns The way to it, which is empty where the values as such differ;
 * `undefined` where they are the same, whatever the order of keys.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(firstDifference({ a: [1], b: 2 }, { b: 2, a: [3] }), ["a", 0]);
 * assertEquals(firstDifference({ a: 1, b: 2 }, { b: 2, a: 1 }), undefined);
 * ```
 */
export function firstDifference(
  before: unknown,
  after: unknown,
): FieldPath | undefined {
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return firstOf(Array.from({ length }, (_, index) => index), {
      before: before as never,
      after: after as never,
    });
  }
  if (isMap(before) && isMap(after)) {
    const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
    return firstOf(keys, { before, after });
  }
  return Object.is(before, after) ? undefined : [];
}

function firstOf(
  keys: Iterable<string | number>,
  { before, after }: {
    readonly before: Record<string | number, unknown>;
    readonly after: Record<string | number, unknown>;
  },
): FieldPath | undefined {
  for (const key of keys) {
    const inner = firstDifference(own(before, key), own(after, key));
    if (inner !== undefined) return [key, ...inner];
  }
  return undefined;
}

function own(value: Record<string | number, unknown>, key: string | number) {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
