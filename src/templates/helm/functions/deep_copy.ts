/**
 * Copies of values that share nothing with them.
 *
 * @module
 */

import { setField } from "../../../model/value.ts";
import type { Run } from "../go/function.ts";
import { typeName, withType } from "../go/type_name.ts";
import { type GoMap, type GoValue, isGoMap } from "../go/value.ts";
import { isNilList } from "./nil.ts";

/**
 * Copies a value with all that it holds.
 *
 * @param value The value. Objects are not copied: no template can change them.
 * @param run The run to count the work in.
 * @returns The copy.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { FREE_RUN } from "./testing.ts";
 * const list = [{ a: 1 }];
 * const copy = deepCopy(list, FREE_RUN);
 * assertEquals(copy, list);
 * ```
 */
export function deepCopy(value: GoValue, run: Run): GoValue {
  run.step();
  if (Array.isArray(value)) {
    if (isNilList(value)) return value;
    const list = value.map((element) => deepCopy(element, run));
    return alike(list, value);
  }
  if (!isGoMap(value)) return value;
  const map: GoMap = {};
  for (const key of Object.keys(value)) {
    setField(map, key, deepCopy(value[key], run));
  }
  return alike(map, value);
}

/** Few lists and maps have a type of their own to keep. */
function alike<T extends GoValue[] | GoMap>(copy: T, original: T): T {
  const type = typeName(original);
  return type === typeName(copy) ? copy : withType(copy, type);
}
