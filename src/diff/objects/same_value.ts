/**
 * Whether two values are the same data.
 *
 * @module
 */

import { isMap, type Value } from "../../model/mod.ts";

/**
 * Whether two values are the same data. The order of fields is no part of it,
 * and a number is the same whether or not it is held as a `bigint`.
 *
 * @param left The one value.
 * @param right The other value.
 * @returns Whether they are.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(sameValue({ a: 1, b: [2n] }, { b: [2], a: 1 }));
 * assert(!sameValue("1", 1));
 * ```
 */
export function sameValue(left: Value, right: Value): boolean {
  if (left === right) return Object.is(left, right) || left !== 0;
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length &&
      left.every((item, index) => sameValue(item, right[index]!));
  }
  if (isMap(left)) {
    if (!isMap(right)) return false;
    const keys = Object.keys(left);
    return keys.length === Object.keys(right).length &&
      keys.every((key) =>
        Object.hasOwn(right, key) && sameValue(left[key]!, right[key]!)
      );
  }
  return sameNumber(left, right);
}

function sameNumber(left: Value, right: Value): boolean {
  if (typeof left === "bigint") {
    return typeof right === "number" && equals(left, right);
  }
  return typeof left === "number" && typeof right === "bigint" &&
    equals(right, left);
}

function equals(integer: bigint, number: number): boolean {
  return Number.isSafeInteger(number) && integer === BigInt(number) &&
    !Object.is(number, -0);
}
