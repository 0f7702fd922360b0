/**
 * Arithmetic of floats.
 *
 * @module
 */

import type { GoFunction } from "../go/function.ts";
import { toFloat } from "./convert.ts";
import {
  addDecimals,
  type Decimal,
  divideDecimals,
  multiplyDecimals,
  toDecimal,
  toNumber,
} from "./decimal.ts";
import { fn, type Functions, variadic } from "./define.ts";

/** Arithmetic of floats. */
export const FLOATS: Functions = {
  add1f: fn(
    ["any"],
    ([value]) => toNumber(addDecimals(toDecimal(toFloat(value)), toDecimal(1))),
  ),
  addf: variadic(
    ["any"],
    (_, values) =>
      toNumber(
        values.reduce<Decimal>(
          (sum, value) => addDecimals(sum, toDecimal(toFloat(value))),
          toDecimal(0),
        ),
      ),
  ),
  subf: folding((a, b) => addDecimals(a, { ...b, digits: -b.digits })),
  mulf: folding(multiplyDecimals),
  divf: folding(divideDecimals),
  maxf: variadic(
    ["any", "any"],
    ([first], values) => Math.max(toFloat(first), ...values.map(toFloat)),
  ),
  minf: variadic(
    ["any", "any"],
    ([first], values) => Math.min(toFloat(first), ...values.map(toFloat)),
  ),
  floor: fn(["any"], ([value]) => Math.floor(toFloat(value))),
  ceil: fn(["any"], ([value]) => Math.ceil(toFloat(value))),
  round: variadic(
    ["any", "int", "float64"],
    ([value, places], [threshold = 0.5]) =>
      round(toFloat(value), { places: Number(places), threshold }),
  ),
};

function folding(combine: (a: Decimal, b: Decimal) => Decimal): GoFunction {
  return variadic(["any", "any"], ([first], values) =>
    toNumber(
      values.reduce<Decimal>(
        (result, value) => combine(result, toDecimal(toFloat(value))),
        toDecimal(toFloat(first)),
      ),
    ));
}

/** What is left behind the digit decides, whatever the sign: -2.5 gives -3. */
function round(
  value: number,
  { places, threshold }: {
    readonly places: number;
    readonly threshold: number;
  },
): number {
  const power = powerOfTen(places);
  const scaled = power * value;
  const rest = scaled - Math.trunc(scaled);
  const rounded = rest >= threshold ? Math.ceil(scaled) : Math.floor(scaled);
  return rounded / power;
}

/** Go's `math.Pow(10, n)`: it squares mantissas, and so is off by a little. */
function powerOfTen(exponent: number): number {
  let [result, resultExponent] = [1, 0];
  let [square, squareExponent] = [10 / 16, 4];
  for (let left = Math.abs(exponent); left >= 1; left = Math.floor(left / 2)) {
    if (Math.abs(squareExponent) > 4096) return exponent < 0 ? 0 : Infinity;
    if (left % 2 === 1) {
      result *= square;
      resultExponent += squareExponent;
    }
    square *= square;
    squareExponent *= 2;
    if (square < 0.5) {
      square += square;
      squareExponent--;
    }
  }
  return exponent < 0
    ? 1 / result * 2 ** -resultExponent
    : result * 2 ** resultExponent;
}
