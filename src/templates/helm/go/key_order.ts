/**
 * Go's order of strings: that of their bytes.
 *
 * @module
 */

import type { GoObject } from "./object.ts";
import type { GoMap, GoValue } from "./value.ts";

/**
 * Compares two strings as Go does, by their UTF-8.
 *
 * @param a One string.
 * @param b The other.
 * @returns Less than 0 where `a` comes first, 0 where they are the same.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(compareText("a", "b") < 0);
 * assert(compareText("\u{1F600}", "\uFFFD") > 0);
 * ```
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  let at = 0;
  while (a.charCodeAt(at) === b.charCodeAt(at)) at++;
  const left = a.charCodeAt(at);
  const right = b.charCodeAt(at);
  if (Number.isNaN(left)) return -1;
  if (Number.isNaN(right)) return 1;
  return rank(left) - rank(right);
}

/** Characters outside the basic plane come after all in it. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/**
 * The keys of a map in Go's order.
 *
 * @param map The map.
 * @returns Its own keys, sorted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(sortedKeys({ b: 1n, a: 2n }), ["a", "b"]);
 * ```
 */
export function sortedKeys(map: GoMap): string[] {
  return Object.keys(map).sort(compareText);
}

/**
 * The entries of an object in the order in which Go goes through them.
 *
 * @param object The object.
 * @returns Its entries; those of a map sorted by their keys.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { GoBytes } from "./bytes.ts";
 * const bytes = new GoBytes(new Uint8Array([7, 8]));
 * assertEquals(orderedEntries(bytes), [["0", 7n], ["1", 8n]]);
 * ```
 */
export function orderedEntries(
  object: GoObject,
): readonly (readonly [string, GoValue])[] {
  const entries = object.entries();
  return object.kind === "map"
    ? entries.toSorted(([a], [b]) => compareText(a, b))
    : entries;
}
