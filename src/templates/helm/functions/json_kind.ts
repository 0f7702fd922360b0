/**
 * Names of JSON's kinds of values.
 *
 * @module
 */

import type { GoValue } from "../go/value.ts";

/**
 * Names the kind of a value as the errors of `encoding/json` do.
 *
 * @param value The value.
 * @returns `object`, `array`, `string`, `number` or `bool`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(kindOfJson([]), "array");
 * ```
 */
export function kindOfJson(value: GoValue): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "boolean") return "bool";
  return typeof value;
}
