/**
 * Go's `reflect.DeepEqual`.
 *
 * @module
 */

import type { Run } from "../go/function.ts";
import type { GoObject } from "../go/object.ts";
import { SizedInt } from "../go/sized_int.ts";
import { typeName } from "../go/type_name.ts";
import { type GoMap, type GoValue, isGoMap } from "../go/value.ts";
import { isNilList } from "./nil.ts";

/**
 * Whether two values are the same in type and in all that they hold.
 *
 * @param a One.
 * @param b The other.
 * @param run The run to count the work in.
 * @returns Whether they are.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { FREE_RUN } from "./testing.ts";
 * assert(deepEqual({ a: [1] }, { a: [1] }, FREE_RUN));
 * assert(!deepEqual(1, 1n, FREE_RUN));
 * ```
 */
export function deepEqual(a: GoValue, b: GoValue, run: Run): boolean {
  run.step();
  const [left, right] = [a ?? null, b ?? null];
  if (typeof left !== "object" || typeof right !== "object") {
    return left === right;
  }
  if (left === null || right === null) return left === right;
  if (typeName(left) !== typeName(right)) return false;
  if (Array.isArray(left)) return sameLists(left, right as GoValue[], run);
  if (isGoMap(left)) return sameMaps(left, right as GoMap, run);
  return left === right || sameObjects(left, right as GoObject, run);
}

function sameLists(a: GoValue[], b: GoValue[], run: Run): boolean {
  return a.length === b.length && isNilList(a) === isNilList(b) &&
    (a === b || a.every((element, index) => deepEqual(element, b[index], run)));
}

function sameMaps(a: GoMap, b: GoMap, run: Run): boolean {
  if (a === b) return true;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length &&
    keys.every((key) =>
      Object.hasOwn(b, key) && deepEqual(a[key], b[key], run)
    );
}

function sameObjects(a: GoObject, b: GoObject, run: Run): boolean {
  if (a instanceof SizedInt) {
    return b instanceof SizedInt && a.value === b.value;
  }
  const [left, right] = [a.entries(), b.entries()];
  return a.text() === b.text() && left.length === right.length &&
    left.every(([key, value], index) =>
      key === right[index]?.[0] && deepEqual(value, right[index]?.[1], run)
    );
}
