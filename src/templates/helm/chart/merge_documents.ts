/**
 * Several documents of values as one.
 *
 * @module
 */

import {
  getField,
  isMap,
  setField,
  type ValueMap,
} from "../../../model/mod.ts";
import { toFloats } from "./floats.ts";

/**
 * Puts documents of values over one another, as Helm does with those of one
 * file and with files that are given together. A null is a value here.
 *
 * @param documents The documents; later ones win, map by map.
 * @returns A copy that shares nothing with them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   mergeDocuments([{ a: { b: 1, c: 2 } }, { a: { b: null } }]),
 *   { a: { b: null, c: 2 } },
 * );
 * ```
 */
export function mergeDocuments(documents: readonly ValueMap[]): ValueMap {
  return documents.map((document) => toFloats(document) as ValueMap)
    .reduce<ValueMap>(mergeInto, {});
}

function mergeInto(base: ValueMap, over: ValueMap): ValueMap {
  for (const [key, value] of Object.entries(over)) {
    const before = getField(base, key);
    const merged = isMap(before) && isMap(value)
      ? mergeInto(before, value)
      : value;
    setField(base, key, merged);
  }
  return base;
}
