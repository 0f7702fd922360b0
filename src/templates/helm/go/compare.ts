/**
 * Go templates' comparisons: `eq`, `ne`, `lt`, `le`, `gt`, `ge`.
 *
 * @module
 */

import { GoFailure } from "./failure.ts";
import { compareText } from "./key_order.ts";
import { GoObject } from "./object.ts";
import { goSprintf } from "./printf.ts";
import { SizedInt } from "./sized_int.ts";
import { typeName } from "./type_name.ts";
import type { GoValue } from "./value.ts";

type BasicKind = "bool" | "int" | "uint" | "float" | "string" | "other";

/**
 * Whether a value equals any of others.
 *
 * @param value The value.
 * @param others The others, at least one.
 * @returns Whether one of them is equal to it.
 * @throws {GoFailure} If their types cannot be compared.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(equalsAny("a", ["b", "a"]));
 * assert(!equalsAny(null, ["a"]));
 * ```
 */
export function equalsAny(value: GoValue, others: readonly GoValue[]): boolean {
  if (others.length === 0) {
    throw new GoFailure("missing argument for comparison");
  }
  return others.some((other) => equals(value, other));
}

function equals(a: GoValue, b: GoValue): boolean {
  const left = kindOf(a);
  const right = kindOf(b);
  if (left === "other" && right === "other") return equalOthers(a, b);
  if (left === right || areIntegers(left, right)) {
    return plain(a) === plain(b);
  }
  if (isNil(a) || isNil(b)) return false;
  throw incompatible(a, b);
}

function equalOthers(a: GoValue, b: GoValue): boolean {
  if (isNil(a) || isNil(b)) return isNil(a) === isNil(b);
  if (structureOf(a) !== structureOf(b)) {
    const [shown, other] = [goSprintf("%s", [a]), goSprintf("%v", [b])];
    throw new GoFailure(
      `non-comparable types ${shown}: ${typeName(a)}, ${typeName(b)}: ${other}`,
    );
  }
  if (structureOf(b) === "struct") return a === b;
  throw new GoFailure(
    `non-comparable type ${goSprintf("%s", [b])}: ${typeName(b)}`,
  );
}

function structureOf(value: GoValue): string {
  if (Array.isArray(value)) return "slice";
  return value instanceof GoObject ? value.kind : "map";
}

/**
 * Whether a value comes before another.
 *
 * @param a The value.
 * @param b The other.
 * @returns Whether it is less.
 * @throws {GoFailure} If their types cannot be ordered.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isLess(1n, 2n));
 * ```
 */
export function isLess(a: GoValue, b: GoValue): boolean {
  const left = kindOf(a);
  const right = kindOf(b);
  if (left === "other" || right === "other") throw notOrdered();
  if (left !== right && !areIntegers(left, right)) throw incompatible(a, b);
  if (left === "bool") throw notOrdered();
  const [before, after] = [plain(a), plain(b)];
  if (typeof before === "string" && typeof after === "string") {
    return compareText(before, after) < 0;
  }
  return (before as bigint) < (after as bigint);
}

/**
 * Whether a value comes before another, or is equal to it.
 *
 * @param a The value.
 * @param b The other.
 * @returns Whether it is less or equal.
 * @throws {GoFailure} If their types cannot be ordered.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isAtMost(2n, 2n));
 * ```
 */
export function isAtMost(a: GoValue, b: GoValue): boolean {
  return isLess(a, b) || equals(a, b);
}

function kindOf(value: GoValue): BasicKind {
  switch (typeof value) {
    case "boolean":
      return "bool";
    case "bigint":
      return "int";
    case "number":
      return "float";
    case "string":
      return "string";
  }
  if (!(value instanceof SizedInt)) return "other";
  return value.goType.startsWith("u") ? "uint" : "int";
}

function areIntegers(left: BasicKind, right: BasicKind): boolean {
  return (left === "int" && right === "uint") ||
    (left === "uint" && right === "int");
}

function plain(value: GoValue): GoValue {
  return value instanceof SizedInt ? value.value : value;
}

function isNil(value: GoValue): boolean {
  return value === undefined || value === null;
}

function notOrdered(): GoFailure {
  return new GoFailure("invalid type for comparison");
}

function incompatible(a: GoValue, b: GoValue): GoFailure {
  return new GoFailure(
    `incompatible types for comparison: ${typeName(a)} and ${typeName(b)}`,
  );
}
