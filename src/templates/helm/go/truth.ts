/**
 * Go's idea of what is true.
 *
 * @module
 */

import { GoObject } from "./object.ts";
import { SizedInt } from "./sized_int.ts";
import type { GoValue } from "./value.ts";

/**
 * Whether a value is true: not nil, not zero, not empty.
 *
 * @param value The value.
 * @returns Whether `if` takes it for true.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isTrue("false"));
 * assert(!isTrue([]));
 * assert(!isTrue(undefined));
 * ```
 */
export function isTrue(value: GoValue): boolean {
  if (typeof value !== "object" || value === null) {
    return Boolean(value) || Number.isNaN(value);
  }
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof SizedInt) return value.value !== 0n;
  if (value instanceof GoObject) {
    return value.kind === "struct" || value.entries().length > 0;
  }
  for (const key in value) return Object.hasOwn(value, key);
  return false;
}
