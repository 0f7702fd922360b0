/**
 * The names of Go's types, as its errors and `%T` show them.
 *
 * @module
 */

import { GoObject } from "./object.ts";
import type { GoMap, GoValue } from "./value.ts";

/** Types of lists and maps other than the usual `interface {}` ones. */
const TAGS = new WeakMap<object, string>();

/** The type of an element of data from YAML. */
export const INTERFACE = "interface {}";

/**
 * Notes that a list or map has a type of its own, such as `[]string`.
 *
 * @param value The list or map.
 * @param type Its type, as Go's reflect names it.
 * @returns The same list or map.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(typeName(withType(["a"], "[]string")), "[]string");
 * assertEquals(typeName(["a"]), "[]interface {}");
 * ```
 */
export function withType<T extends GoValue[] | GoMap>(
  value: T,
  type: string,
): T {
  TAGS.set(value, type);
  return value;
}

/**
 * Names the type of a value.
 *
 * @param value The value.
 * @returns The type's name, `<nil>` for nil.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(typeName(1n), "int");
 * assertEquals(typeName({}), "map[string]interface {}");
 * ```
 */
export function typeName(value: GoValue): string {
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "bool";
    case "bigint":
      return "int";
    case "number":
      return "float64";
    case "undefined":
      return "<nil>";
  }
  if (value === null) return "<nil>";
  if (value instanceof GoObject) return value.goType;
  return TAGS.get(value) ??
    (Array.isArray(value) ? "[]interface {}" : "map[string]interface {}");
}

/**
 * Names the type that the elements of a list or map are declared with.
 *
 * @param value The list or map.
 * @returns The type's name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(elementType([1n]), "interface {}");
 * assertEquals(elementType(withType(["a"], "[]string")), "string");
 * ```
 */
export function elementType(value: GoValue[] | GoMap): string {
  const type = TAGS.get(value);
  return type === undefined
    ? INTERFACE
    : /^(?:map\[[^\]]*\]|\[\])(.+)$/.exec(type)?.[1] ?? INTERFACE;
}

/**
 * Names the type of what a value is, or points to.
 *
 * @param value The value.
 * @returns The type's name, without the `*` of a pointer.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(pointedType("a"), "string");
 * ```
 */
export function pointedType(value: GoValue): string {
  return typeName(value).replace(/^\*/, "");
}
