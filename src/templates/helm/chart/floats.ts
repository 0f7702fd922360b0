/**
 * Values as Go's JSON reader holds them.
 *
 * @module
 */

import {
  isMap,
  setField,
  type Value,
  type ValueMap,
} from "../../../model/mod.ts";

/**
 * Copies a value. All numbers become what Go calls float64, as Helm's values
 * are: an integer beyond 2^53 loses digits there too.
 *
 * @param value The value.
 * @returns A copy that shares nothing with it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(toFloats({ a: [9007199254740993n] }), { a: [9007199254740992] });
 * ```
 */
export function toFloats(value: Value): Value {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(toFloats);
  if (!isMap(value)) return value;
  const copy: ValueMap = {};
  for (const key of Object.keys(value)) {
    setField(copy, key, toFloats(value[key] as Value));
  }
  return copy;
}
