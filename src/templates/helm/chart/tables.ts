/**
 * Maps of values over one another, as Helm's merging has it.
 *
 * @module
 */

import {
  getField,
  isMap,
  setField,
  type Value,
  type ValueMap,
} from "../../../model/mod.ts";

/**
 * Puts a map over another one. Both change: parts of the second become parts
 * of the first.
 *
 * @param over What wins.
 * @param base What fills the gaps.
 * @param options Whether a null stays, instead of removing what is below it.
 * @returns The first map.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   mergeTables({ a: null, b: { c: 1 } }, { a: 1, b: { d: 2 } }, { keepNulls: false }),
 *   { b: { c: 1, d: 2 } },
 * );
 * ```
 */
export function mergeTables(
  over: ValueMap,
  base: ValueMap,
  options: { readonly keepNulls: boolean },
): ValueMap {
  const nullified = new Set<string>();
  for (const [key, value] of Object.entries(over)) {
    if (value !== null) continue;
    if ((getField(base, key) ?? null) !== null) nullified.add(key);
    setField(base, key, null);
  }
  for (const [key, value] of Object.entries(base)) {
    const there = getField(over, key);
    if (nullified.has(key) && !options.keepNulls) delete over[key];
    else if (there === undefined) setField(over, key, value);
    else if (isMap(there) && isMap(value)) mergeTables(there, value, options);
  }
  return over;
}

/**
 * Removes nulls from a map and from the maps in it, but not from lists.
 *
 * @param value The map, which is changed; anything else stays as it is.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const values: import("../../../model/mod.ts").ValueMap = { a: null, b: { c: null, d: [null] } };
 * withoutNulls(values);
 * assertEquals(values, { b: { d: [null] } });
 * ```
 */
export function withoutNulls(value: Value): void {
  if (!isMap(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (item === null) delete value[key];
    else withoutNulls(item);
  }
}

/**
 * Finds a map in a map.
 *
 * @param values Where to look.
 * @param path Keys joined by dots.
 * @returns The map, or `undefined` where there is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(tableAt({ a: { b: { c: 1 } } }, "a.b"), { c: 1 });
 * assertEquals(tableAt({ a: 1 }, "a"), undefined);
 * ```
 */
export function tableAt(values: ValueMap, path: string): ValueMap | undefined {
  let here: Value | undefined = values;
  for (const key of path.split(".")) here = getField(here, key);
  return isMap(here) ? here : undefined;
}

/**
 * Finds a value that is no map.
 *
 * @param values Where to look.
 * @param path Keys joined by dots.
 * @returns The value, or `undefined` where there is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(scalarAt({ a: { enabled: true } }, "a.enabled"), true);
 * ```
 */
export function scalarAt(values: ValueMap, path: string): Value | undefined {
  const keys = path.split(".");
  const last = keys.pop() as string;
  const parent = keys.length === 0 ? values : tableAt(values, keys.join("."));
  const value = getField(parent, last);
  return isMap(value) ? undefined : value;
}
