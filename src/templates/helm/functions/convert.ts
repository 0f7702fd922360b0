/**
 * Conversions between types as Sprig makes them, with spf13/cast.
 *
 * @module
 */

import { GoDuration } from "./dates/objects.ts";
import { parseFloatGo, parseInteger } from "./parse_number.ts";
import { integerOf } from "../go/sized_int.ts";
import type { GoValue } from "../go/value.ts";

const INT64_LOW = -(2n ** 63n);

/**
 * The 64-bit integer that Sprig makes of a value.
 *
 * @param value The value.
 * @returns The integer; 0 for what is no number.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(toInteger("0x1F"), 31n);
 * assertEquals(toInteger(2.9), 2n);
 * assertEquals(toInteger([]), 0n);
 * ```
 */
export function toInteger(value: GoValue): bigint {
  const integer = castInteger(value);
  if (integer !== undefined) return BigInt.asIntN(64, integer);
  switch (typeof value) {
    case "number":
      return truncate(value);
    case "string":
      return parseInteger(trimZeroFraction(value)) ?? 0n;
    case "boolean":
      return value ? 1n : 0n;
  }
  return 0n;
}

/** What an int64 cannot hold becomes the lowest one, as on amd64. */
function truncate(value: number): bigint {
  if (!Number.isFinite(value)) return INT64_LOW;
  const whole = BigInt(Math.trunc(value));
  return BigInt.asIntN(64, whole) === whole ? whole : INT64_LOW;
}

/** `3.00` is an integer, `3.0` too, but neither `3.10` nor `3.`. */
function trimZeroFraction(text: string): string {
  return text.replace(/\.0+$/, "");
}

/**
 * The float that Sprig makes of a value.
 *
 * @param value The value.
 * @returns The float; 0 for what is no number.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(toFloat("1.5e3"), 1500);
 * assertEquals(toFloat(true), 1);
 * ```
 */
export function toFloat(value: GoValue): number {
  const integer = castInteger(value);
  if (integer !== undefined) return Number(integer);
  switch (typeof value) {
    case "number":
      return value;
    case "string":
      return parseFloatGo(value) ?? 0;
    case "boolean":
      return value ? 1 : 0;
  }
  return 0;
}

/** A span of time is no number to Sprig. */
function castInteger(value: GoValue): bigint | undefined {
  return value instanceof GoDuration ? undefined : integerOf(value);
}
