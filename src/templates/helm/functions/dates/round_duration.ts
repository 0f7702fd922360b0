/**
 * The rounding of spans of time.
 *
 * @module
 */

/**
 * Rounds a span to a multiple of another, halves away from zero.
 *
 * @param span The span.
 * @param unit What to round to; nothing where it is not positive.
 * @returns The multiple.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(roundDuration(-15n, 10n), -20n);
 * ```
 */
export function roundDuration(span: bigint, unit: bigint): bigint {
  if (unit <= 0n) return span;
  const rest = span % unit;
  const size = rest < 0n ? -rest : rest;
  if (size + size < unit) return span - rest;
  return span < 0n ? span - unit - rest : span + unit - rest;
}

/**
 * Cuts a span down to a multiple of another.
 *
 * @param span The span.
 * @param unit What to cut down to; nothing where it is not positive.
 * @returns The multiple.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(truncateDuration(-15n, 10n), -10n);
 * ```
 */
export function truncateDuration(span: bigint, unit: bigint): bigint {
  return unit <= 0n ? span : span - span % unit;
}

const SECOND = 1_000_000_000n;
const ROUND_UNITS: readonly (readonly [bigint, string])[] = [
  [365n * 86_400n * SECOND, "y"],
  [30n * 86_400n * SECOND, "mo"],
  [86_400n * SECOND, "d"],
  [3600n * SECOND, "h"],
  [60n * SECOND, "m"],
  [SECOND, "s"],
];

/**
 * Writes a span by its greatest unit only.
 *
 * @param span The span; its sign does not count.
 * @returns The text: `2h`, `3mo`; `0s` for a second or less.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(writeRoughly(7_500n * 1_000_000_000n), "2h");
 * ```
 */
export function writeRoughly(span: bigint): string {
  const size = span < 0n ? -span : span;
  const found = ROUND_UNITS.find(([unit]) => size > unit);
  return found === undefined ? "0s" : `${size / found[0]}${found[1]}`;
}
