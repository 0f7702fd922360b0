/**
 * Helpers that compare and decide.
 *
 * `and`, `or` and `choose` are no helpers but part of the language, since
 * they evaluate only the arguments that they need.
 *
 * @module
 */

import type { Value } from "../../../model/mod.ts";
import { ArgumentError, type Helpers } from "./helper.ts";

/** Helpers that compare and decide. */
export const LOGIC_HELPERS: Helpers = {
  eq: {
    arity: [2, Infinity],
    call: ([first, ...others]) =>
      others.some((other) => equals(first ?? null, other)),
  },
  ne: {
    arity: [2, 2],
    call: ([a, b]) => !equals(a ?? null, b ?? null),
  },
  lt: { arity: [2, 2], call: (args) => compare(args) < 0 },
  le: { arity: [2, 2], call: (args) => compare(args) <= 0 },
  gt: { arity: [2, 2], call: (args) => compare(args) > 0 },
  ge: { arity: [2, 2], call: (args) => compare(args) >= 0 },
  not: { arity: [1, 1], call: ([value]) => !isTruthy(value ?? null) },
  default: {
    arity: [2, 2],
    call: ([fallback, value]) =>
      (isTruthy(value ?? null) ? value : fallback) ?? null,
  },
};

/**
 * Whether a value counts as true, as in Helm.
 *
 * @param value The value.
 * @returns False for null, false, 0, an empty text, list or map.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isTruthy({ a: 1 }) && !isTruthy({}) && !isTruthy(0));
 * ```
 */
export function isTruthy(value: Value): boolean {
  if (typeof value !== "object" || value === null) return Boolean(value);
  if (Array.isArray(value)) return value.length > 0;
  for (const key in value) if (Object.hasOwn(value, key)) return true;
  return false;
}

function equals(a: Value, b: Value): boolean {
  if (typeof a === "object" && a !== null) throw new ArgumentError(a, SCALAR);
  if (typeof b === "object" && b !== null) throw new ArgumentError(b, SCALAR);
  // A bigint is never a number's equal under ===.
  return isNumber(a) && isNumber(b) ? !(a < b) && !(a > b) : a === b;
}

const SCALAR = "a text, number, boolean or null";

function isNumber(value: Value): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

function compare([a = null, b = null]: readonly Value[]): number {
  if (typeof a === "string") {
    if (typeof b !== "string") throw new ArgumentError(b, "another text");
  } else {
    if (!isNumber(a)) throw new ArgumentError(a, "a text or a number");
    if (!isNumber(b)) throw new ArgumentError(b, "another number");
  }
  return a < b ? -1 : a > b ? 1 : 0;
}
