/**
 * What Sprig makes of values where it wants texts.
 *
 * @module
 */

import { GoBytes } from "../go/bytes.ts";
import { goPrint } from "../go/print.ts";
import { withType } from "../go/type_name.ts";
import type { GoValue } from "../go/value.ts";

/**
 * The text of a value.
 *
 * @param value The value.
 * @returns A string or bytes as they are, everything else as `%v` prints it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(textOf(1e6), "1e+06");
 * ```
 */
export function textOf(value: GoValue): string {
  if (typeof value === "string") return value;
  return value instanceof GoBytes ? value.decode() : goPrint(value);
}

/**
 * The texts of a list's elements, without those that are nil.
 *
 * @param value The list; anything else is a list of its own.
 * @returns The texts, a `[]string`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(textsOf(["a", null, 1]), ["a", "1"]);
 * assertEquals(textsOf("a"), ["a"]);
 * ```
 */
export function textsOf(value: GoValue): string[] {
  const items = Array.isArray(value) ? value : [value];
  const texts = items.filter((item) => item !== null && item !== undefined)
    .map(textOf);
  return strings(texts);
}

/**
 * Makes a list a `[]string`.
 *
 * @param texts The list.
 * @returns The same list.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { typeName } from "../go/type_name.ts";
 * assertEquals(typeName(strings(["a"])), "[]string");
 * ```
 */
export function strings(texts: string[]): string[] {
  withType(texts as GoValue[], "[]string");
  return texts;
}

/**
 * Compares two texts by their bytes.
 *
 * @param a One.
 * @param b The other.
 * @returns Less than 0 where `a` comes first, more where `b` does, else 0.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(compareTexts("\u{1F600}", "\uFFFD") > 0);
 * ```
 */
export function compareTexts(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Pairs of surrogates stand for characters beyond all others. */
function rank(unit: number): number {
  return unit >= 0xD800 && unit <= 0xDFFF ? unit + 0x10000 : unit;
}
