/**
 * Kinds of values, as Go's package `reflect` tells them apart.
 *
 * @module
 */

import { GoFailure } from "../go/failure.ts";
import { GoObject } from "../go/object.ts";
import { SizedInt } from "../go/sized_int.ts";
import { typeName } from "../go/type_name.ts";
import { type GoValue, isGoMap } from "../go/value.ts";

/**
 * Names the kind of a value.
 *
 * @param value The value.
 * @returns The kind; `invalid` for nil.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(kindName([]), "slice");
 * assertEquals(kindName(1), "float64");
 * assertEquals(kindName(null), "invalid");
 * ```
 */
export function kindName(value: GoValue): string {
  if (value === null || value === undefined) return "invalid";
  if (typeof value !== "object") return typeName(value);
  if (Array.isArray(value)) return "slice";
  if (!(value instanceof GoObject)) return "map";
  if (value instanceof SizedInt) return value.goKind;
  return value.goType.startsWith("*") ? "ptr" : value.kind;
}

/**
 * The elements of a list.
 *
 * @param value The value.
 * @returns The elements; `undefined` where it is no list.
 * @throws {GoFailure} For nil, which has no type to ask.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(elementsOf([1]), [1]);
 * assertEquals(elementsOf("a"), undefined);
 * ```
 */
export function elementsOf(value: GoValue): GoValue[] | undefined {
  if (value === null || value === undefined) {
    throw new GoFailure(
      "runtime error: invalid memory address or nil pointer dereference",
    );
  }
  if (Array.isArray(value)) return value;
  if (value instanceof GoObject && value.kind === "slice") {
    return value.entries().map(([, element]) => element);
  }
  return undefined;
}

/**
 * Whether a value is what Sprig holds to be empty: nil, false, 0, `""`, and
 * lists and maps without elements.
 *
 * @param value The value.
 * @returns Whether it is empty.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isEmpty({}));
 * assert(!isEmpty("0"));
 * ```
 */
export function isEmpty(value: GoValue): boolean {
  switch (typeof value) {
    case "undefined":
      return true;
    case "string":
      return value === "";
    case "boolean":
      return !value;
    case "number":
      return value === 0;
    case "bigint":
      return value === 0n;
  }
  if (value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (isGoMap(value)) return Object.keys(value).length === 0;
  if (value instanceof SizedInt) return value.value === 0n;
  return kindName(value) !== "ptr" && value.kind !== "struct" &&
    value.entries().length === 0;
}
