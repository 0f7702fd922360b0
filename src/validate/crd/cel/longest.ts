/**
 * How much an expression may have to go through.
 *
 * @module
 */

import type { CelValue } from "./cel_value.ts";

/**
 * The length of the longest list, map or text of a value.
 *
 * @param value The value.
 * @returns The length; 1 of other scalars.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(longestOf(new Map([["a", [1n, 2n, 3n]]])), 3);
 * ```
 */
export function longestOf(value: CelValue): number {
  if (typeof value === "string") return value.length;
  const parts = value instanceof Map
    ? [...value.values()]
    : Array.isArray(value)
    ? value
    : [];
  return parts.reduce<number>(
    (longest, part) => Math.max(longest, longestOf(part)),
    Math.max(1, parts.length),
  );
}
