/**
 * Arithmetic of integers.
 *
 * @module
 */

import { GoFailure } from "../go/failure.ts";
import { goPrint } from "../go/print.ts";
import { int64, type SizedInt } from "../go/sized_int.ts";
import type { GoValue } from "../go/value.ts";
import { toFloat, toInteger } from "./convert.ts";
import { fn, type Functions, variadic } from "./define.ts";
import { parseDigits } from "./parse_number.ts";

const MAX = extreme((a, b) => a > b);
const MIN = extreme((a, b) => a < b);
const HIGHEST = 2n ** 63n - 1n;

/** Arithmetic of integers. */
export const INTEGERS: Functions = {
  int: fn(["any"], ([value]) => toInteger(value)),
  int64: fn(["any"], ([value]) => int64(toInteger(value))),
  float64: fn(["any"], ([value]) => toFloat(value)),
  atoi: fn(["string"], ([text]) => atoi(text)),
  toDecimal: fn(
    ["any"],
    ([value]) => int64(parseDigits(goPrint(value), 8) ?? 0n),
  ),
  add: variadic(["any"], (_, values) => fold(0n, values, (a, b) => a + b)),
  add1: fn(["any"], ([value]) => int64(toInteger(value) + 1n)),
  sub: fn(["any", "any"], ([a, b]) => int64(toInteger(a) - toInteger(b))),
  mul: variadic(
    ["any", "any"],
    ([first], values) => fold(toInteger(first), values, (a, b) => a * b),
  ),
  div: fn(
    ["any", "any"],
    ([a, b]) => int64(toInteger(a) / divisor(b)),
  ),
  mod: fn(
    ["any", "any"],
    ([a, b]) => int64(toInteger(a) % divisor(b)),
  ),
  max: MAX,
  biggest: MAX,
  min: MIN,
};

function fold(
  start: bigint,
  values: readonly GoValue[],
  combine: (a: bigint, b: bigint) => bigint,
): SizedInt {
  const sum = values.reduce<bigint>(
    (result, value) => BigInt.asIntN(64, combine(result, toInteger(value))),
    start,
  );
  return int64(sum);
}

function divisor(value: GoValue): bigint {
  const integer = toInteger(value);
  if (integer !== 0n) return integer;
  throw new GoFailure("runtime error: integer divide by zero");
}

function extreme(wins: (a: bigint, b: bigint) => boolean) {
  return variadic(
    ["any", "any"],
    ([first], values) =>
      fold(toInteger(first), values, (a, b) => wins(b, a) ? b : a),
  );
}

/** What has too many digits is the nearest integer of 64 bits. */
function atoi(text: string): bigint {
  const value = parseDigits(text, 10);
  if (value !== undefined) return value;
  if (!/^[-+]?\d+$/.test(text)) return 0n;
  return text.startsWith("-") ? -HIGHEST - 1n : HIGHEST;
}
