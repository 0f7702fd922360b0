/**
 * A user's values over a package's defaults, as Helm 4.2 merges them.
 *
 * @module
 */

import {
  getField,
  isMap,
  setField,
  type Value,
  type ValueMap,
} from "../model/mod.ts";

/**
 * Merges values over defaults. Maps are merged key by key; anything else
 * replaces the default. A null removes the default; a default that is null is
 * no default.
 *
 * @param defaults The package's defaults.
 * @param values The user's values.
 * @returns The merged values; they share parts with both inputs.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   mergeValues({ a: { b: 1, c: 2 }, d: null }, { a: { b: null, e: 3 } }),
 *   { a: { c: 2, e: 3 } },
 * );
 * ```
 */
export function mergeValues(defaults: ValueMap, values: ValueMap): ValueMap {
  const merged: ValueMap = {};
  for (const key of Object.keys(defaults)) {
    const value = mergeValue(defaults[key] as Value, getField(values, key));
    if (value !== null) setField(merged, key, value);
  }
  for (const key of Object.keys(values)) {
    const absent = (getField(defaults, key) ?? null) === null;
    if (absent) setField(merged, key, values[key] as Value);
  }
  return merged;
}

function mergeValue(fallback: Value, value: Value | undefined): Value {
  if (value === undefined) return withoutNulls(fallback);
  return isMap(fallback) && isMap(value) ? mergeValues(fallback, value) : value;
}

/** Nulls go from maps, also from those in maps, but not from lists. */
function withoutNulls(value: Value): Value {
  return isMap(value) ? mergeValues(value, {}) : value;
}
