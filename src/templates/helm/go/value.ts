/**
 * What Go templates work on: Go's values as far as charts can hold them.
 *
 * Integers (`int`, `int64`) are `bigint`; a `number` is always a `float64`, as
 * is every number that came from YAML. `undefined` is Go's "no value", the zero
 * `reflect.Value`; `null` is a nil interface. Maps are plain objects with own
 * properties only: `__proto__` and `constructor` are ordinary keys, read with
 * {@linkcode getEntry} and written with the model's `setField`.
 *
 * @module
 */

import { GoObject } from "./object.ts";

/** A value of a template. */
export type GoValue =
  | undefined
  | null
  | boolean
  | bigint
  | number
  | string
  | GoValue[]
  | GoMap
  | GoObject;

/** Go's `map[string]interface{}`. */
export interface GoMap {
  [key: string]: GoValue;
}

/**
 * Whether a value is a map, as opposed to a list, a scalar or an object.
 *
 * @param value What to look at.
 * @returns Whether it is a map.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isGoMap({ a: 1n }));
 * assert(!isGoMap([1n]));
 * ```
 */
export function isGoMap(value: unknown): value is GoMap {
  return typeof value === "object" && value !== null &&
    !Array.isArray(value) && !(value instanceof GoObject);
}

/**
 * Reads an entry of a map.
 *
 * @param map The map.
 * @param key The entry's key.
 * @returns The value, or `undefined` where there is no such own key.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(getEntry({ a: "b" }, "a"), "b");
 * assertEquals(getEntry({ a: "b" }, "constructor"), undefined);
 * ```
 */
export function getEntry(map: GoMap, key: string): GoValue {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
