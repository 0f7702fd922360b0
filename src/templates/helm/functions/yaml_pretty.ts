/**
 * Helm's `toYamlPretty`, which passes by JSON: floats stay floats, lists stand
 * deeper than their keys, and no line is broken.
 *
 * @module
 */

import type { Value, ValueMap } from "../../../model/mod.ts";
import { setField } from "../../../model/value.ts";
import { marshalGoPretty } from "../../../yaml/mod.ts";
import type { Run } from "../go/function.ts";
import { GoObject } from "../go/object.ts";
import type { GoValue } from "../go/value.ts";
import { plainObject } from "./plain.ts";

/**
 * Writes a value as `toYamlPretty` does.
 *
 * @param value The value.
 * @param run The run to count the work in.
 * @returns The text, without a final line break.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { FREE_RUN } from "./testing.ts";
 * assertEquals(prettyYaml({ a: [1e6] }, FREE_RUN), "a:\n  - 1e+06");
 * ```
 */
export function prettyYaml(value: GoValue, run: Run): string {
  return marshalGoPretty(toData(value, run)).replace(/\n$/, "");
}

function toData(value: GoValue, run: Run): Value {
  run.step();
  if (value === undefined || value === null) return null;
  if (value instanceof GoObject) return toData(plainObject(value), run);
  if (Array.isArray(value)) return value.map((item) => toData(item, run));
  if (typeof value !== "object") return value;
  const map: ValueMap = {};
  for (const key of Object.keys(value)) {
    setField(map, key, toData(value[key], run));
  }
  return map;
}
