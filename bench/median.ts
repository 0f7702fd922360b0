/**
 * The middle of several measurements.
 *
 * @module
 */

/**
 * Takes the middle one.
 *
 * @param values The measurements.
 * @returns The median; `NaN` of none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(median([3, 1, 20]), 3);
 * ```
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
