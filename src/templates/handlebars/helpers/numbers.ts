/**
 * Helpers for whole numbers.
 *
 * @module
 */

import type { Value } from "../../../model/mod.ts";
import { ArgumentError, type Helpers, numberOf } from "./helper.ts";

/** Helpers for whole numbers; exact beyond 2^53. */
export const NUMBER_HELPERS: Helpers = {
  int: { arity: [1, 1], call: ([value]) => toNumber(integerOf(value ?? null)) },
  add: { arity: [2, Infinity], call: (args) => fold(args, (a, b) => a + b) },
  sub: { arity: [2, 2], call: (args) => fold(args, (a, b) => a - b) },
  mul: { arity: [2, Infinity], call: (args) => fold(args, (a, b) => a * b) },
  max: { arity: [1, Infinity], call: (args) => fold(args, greater) },
  min: { arity: [1, Infinity], call: (args) => fold(args, lesser) },
};

function fold(
  args: readonly Value[],
  combine: (a: bigint, b: bigint) => bigint,
): number | bigint {
  return toNumber(args.map((arg) => integerOf(numberOf(arg))).reduce(combine));
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** The whole part of a number, or the number that a text of digits names. */
function integerOf(value: Value): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "number" && Number.isFinite(value)) {
    return BigInt(Math.trunc(value));
  }
  if (typeof value === "string" && /^[+-]?\d{1,40}$/.test(value)) {
    return BigInt(value.replace("+", ""));
  }
  throw new ArgumentError(value, "a whole number");
}

function toNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
