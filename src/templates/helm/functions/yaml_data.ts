/**
 * Values of Go as the data that YAML holds, and back.
 *
 * @module
 */

import { isMap, type Value, type ValueMap } from "../../../model/mod.ts";
import { setField } from "../../../model/value.ts";
import { GoFailure } from "../go/failure.ts";
import type { Run } from "../go/function.ts";
import { GoObject } from "../go/object.ts";
import type { GoMap, GoValue } from "../go/value.ts";
import { isNilList, isNilMap } from "./nil.ts";
import { plainObject } from "./plain.ts";

/**
 * The data that YAML holds of a value, which it gets by way of JSON.
 *
 * @param value The value.
 * @param run The run to count the work in.
 * @returns The data.
 * @throws {GoFailure} For NaN and the infinities.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { FREE_RUN } from "./testing.ts";
 * assertEquals(toData({ a: undefined }, FREE_RUN), { a: null });
 * ```
 */
export function toData(value: GoValue, run: Run): Value {
  run.step();
  if (typeof value === "number" && !Number.isFinite(value)) {
    const name = Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    throw new GoFailure(
      `error marshaling into JSON: json: unsupported value: ${name}`,
    );
  }
  if (value === undefined || value === null) return null;
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) {
    return isNilList(value) ? null : value.map((item) => toData(item, run));
  }
  if (value instanceof GoObject) return toData(plainObject(value), run);
  if (isNilMap(value)) return null;
  const map: ValueMap = {};
  for (const key of Object.keys(value)) {
    setField(map, key, toData(value[key], run));
  }
  return map;
}

/**
 * The value that Go has of data that came from YAML: every number is a float64.
 *
 * @param data The data.
 * @param run The run to count the work in.
 * @returns The value.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { FREE_RUN } from "./testing.ts";
 * assertEquals(fromData([2n ** 53n], FREE_RUN), [2 ** 53]);
 * ```
 */
export function fromData(data: Value, run: Run): GoValue {
  run.step();
  if (typeof data === "bigint") return Number(data);
  if (Array.isArray(data)) return data.map((item) => fromData(item, run));
  if (!isMap(data)) return data;
  const map: GoMap = {};
  for (const key of Object.keys(data)) {
    setField(map, key, fromData(data[key] as Value, run));
  }
  return map;
}
