/**
 * Helm's way of laying values over others, as KCM uses it (kcm-spec 6.4).
 *
 * @module
 */

import { getField, isMap, setField, type ValueMap } from "../../model/mod.ts";

/**
 * Lays values over others, map by map. A null removes what it lies over, and
 * stays where it lies over nothing.
 *
 * @param over The values that win.
 * @param under The values that fill the gaps.
 * @returns The values; neither input is changed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const values = coalesceTables({ a: { b: 1 }, c: null }, { a: { b: 2, d: 3 }, c: 4 });
 * assertEquals(values, { a: { b: 1, d: 3 } });
 * ```
 */
export function coalesceTables(over: ValueMap, under: ValueMap): ValueMap {
  const values: ValueMap = {};
  for (const [key, value] of Object.entries(over)) {
    const other = getField(under, key);
    if (value === null && other !== undefined && other !== null) continue;
    setField(
      values,
      key,
      isMap(value) && isMap(other) ? coalesceTables(value, other) : value,
    );
  }
  for (const [key, value] of Object.entries(under)) {
    if (!Object.hasOwn(over, key)) setField(values, key, value);
  }
  return values;
}
