/**
 * Map keys that are no strings, as sigs.k8s.io/yaml turns them into strings.
 *
 * @module
 */

import type { Value } from "../model/value.ts";
import { formatGoFloat } from "./go_number.ts";

const MAX_INT64 = 2n ** 63n - 1n;

/**
 * The key that Kubernetes sees for a scalar in a key's place.
 *
 * @param value The scalar's value.
 * @param text The scalar's text.
 * @returns The key; `undefined` where Kubernetes has none, as for `null`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(mapKey(true, "y"), "true");
 * assertEquals(mapKey(511, "0777"), "511");
 * assertEquals(mapKey(null, "~"), undefined);
 * ```
 */
export function mapKey(value: Value, text: string): string | undefined {
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
      return String(value);
    case "bigint":
      return value <= MAX_INT64 ? String(value) : undefined;
    case "number":
      return isInteger(value, text) ? String(value) : formatGoFloat(value, 32);
    default:
      return undefined;
  }
}

/** Go tells `1e3` from `1000` by type; a JavaScript number does not. */
function isInteger(value: number, text: string): boolean {
  return Number.isSafeInteger(value) &&
    (!/[.eE]/.test(text) || /^[-+]?0[xX]/.test(text));
}
