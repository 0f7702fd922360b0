/**
 * Lists and maps that are nil: they are empty, but `null` in JSON and YAML.
 *
 * @module
 */

import { INTERFACE, withType } from "../go/type_name.ts";
import type { GoMap, GoValue } from "../go/value.ts";

const NIL_LISTS = new WeakSet<GoValue[]>();

/**
 * Makes a list that is nil.
 *
 * @param element The type of its elements.
 * @returns The list.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isNilList(nilList()));
 * ```
 */
export function nilList(element: string = INTERFACE): GoValue[] {
  const list: GoValue[] = [];
  NIL_LISTS.add(list);
  return withType(list, `[]${element}`);
}

/**
 * Whether a list is nil.
 *
 * @param list The list.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(!isNilList([]));
 * ```
 */
export function isNilList(list: readonly GoValue[]): boolean {
  return list.length === 0 && NIL_LISTS.has(list as GoValue[]);
}

const NIL_MAPS = new WeakSet<GoMap>();

/**
 * Makes a map that is nil.
 *
 * @returns The map.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isNilMap(nilMap()));
 * ```
 */
export function nilMap(): GoMap {
  const map: GoMap = {};
  NIL_MAPS.add(map);
  return map;
}

/**
 * Whether a map is nil.
 *
 * @param map The map.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(!isNilMap({}));
 * ```
 */
export function isNilMap(map: GoMap): boolean {
  return NIL_MAPS.has(map);
}
