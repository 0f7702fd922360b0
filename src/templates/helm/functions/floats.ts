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
  const power = Number(`1e${places}`);
  const scaled = power * value;
  const rest = scaled - Math.trunc(scaled);
  const rounded = rest >= threshold ? Math.ceil(scaled) : Math.floor(scaled);
  return rounded / power;
}
