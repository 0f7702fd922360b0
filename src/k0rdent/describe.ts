/**
 * Naming values and types in messages.
 *
 * @module
 */

import { isMap, type Value } from "../model/mod.ts";

const EXPECTED: Readonly<Record<string, string>> = {
  string: "a string",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
  object: "a map",
  map: "a map",
  record: "a map",
  array: "a list",
};

/** Longer values are cut: a message names them, it does not quote files. */
const LONGEST = 60;

/**
 * Names a type that a schema expects.
 *
 * @param type The type's name in the schema.
 * @returns The type in plain words.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(describeType("boolean"), "true or false");
 * ```
 */
export function describeType(type: string): string {
  return EXPECTED[type] ?? type;
}

/**
 * Names a value that was found.
 *
 * @param value The value.
 * @returns Its type, and the value itself where it is a scalar.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(describeValue("yes"), 'the string "yes"');
 * assertEquals(describeValue([1, 2]), "a list");
 * ```
 */
export function describeValue(value: Value | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (isMap(value)) return "a map";
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "string") return `the number ${value}`;
  const shown = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return `the string ${JSON.stringify(shown)}`;
}
