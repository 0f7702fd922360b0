/**
 * Characters as Go's package `unicode` knows them.
 *
 * @module
 */

/** What Go holds to be white space, as the inside of a character class. */
export const SPACE =
  "\\t-\\r \\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";

const IS_SPACE = new RegExp(`^[${SPACE}]$`);
const OUTER_SPACE = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, "g");
const STRAY = /[\uD800-\uDFFF]/u;

// Characters whose full mapping has several letters, but whose simple one not.
const IOTA = /[\u1F80-\u1F87\u1F90-\u1F97\u1FA0-\u1FA7]/;
const LONE_IOTA = /[\u1FB3\u1FC3\u1FF3]/;
const DIGRAPHS = "\u01C4\u01C5\u01C6\u01C7\u01C8\u01C9\u01CA\u01CB\u01CC";
const LATE_DIGRAPHS = "\u01F1\u01F2\u01F3";
const GEORGIAN = /[\u10D0-\u10FF]/;

/**
 * Whether a character is white space.
 *
 * @param char The character.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isSpace("\u0085"));
 * assert(!isSpace("\uFEFF"));
 * ```
 */
export function isSpace(char: string): boolean {
  return IS_SPACE.test(char);
}

/**
 * Removes white space at both ends.
 *
 * @param text The text.
 * @returns The rest.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(trimSpace(" a\u0085"), "a");
 * ```
 */
export function trimSpace(text: string): string {
  return text.replace(OUTER_SPACE, "");
}

/**
 * Replaces each character; a stray byte counts as U+FFFD.
 *
 * @param text The text.
 * @param replace What stands in a character's stead.
 * @returns The new text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(mapRunes("ab", (char) => char + char), "aabb");
 * ```
 */
export function mapRunes(
  text: string,
  replace: (char: string) => string,
): string {
  let result = "";
  for (const char of text) {
    result += replace(STRAY.test(char) ? "\uFFFD" : char);
  }
  return result;
}

/**
 * A character in upper case, by its simple mapping: `ß` has none.
 *
 * @param char The character.
 * @returns One character.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(upperRune("é"), "É");
 * assertEquals(upperRune("ß"), "ß");
 * ```
 */
export function upperRune(char: string): string {
  if (IOTA.test(char)) return shift(char, 8);
  if (LONE_IOTA.test(char)) return shift(char, 9);
  return single(char.toUpperCase(), char);
}

/**
 * A character in lower case, by its simple mapping.
 *
 * @param char The character.
 * @returns One character.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(lowerRune("Σ"), "σ");
 * assertEquals(lowerRune("İ"), "i");
 * ```
 */
export function lowerRune(char: string): string {
  return char === "\u0130" ? "i" : single(char.toLowerCase(), char);
}

/**
 * A character in title case, by its simple mapping.
 *
 * @param char The character.
 * @returns One character.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(titleRune("ǆ"), "ǅ");
 * ```
 */
export function titleRune(char: string): string {
  const digraph = DIGRAPHS.indexOf(char);
  if (digraph >= 0) return DIGRAPHS.charAt(digraph - digraph % 3 + 1);
  if (LATE_DIGRAPHS.includes(char)) return LATE_DIGRAPHS.charAt(1);
  return GEORGIAN.test(char) ? char : upperRune(char);
}

function shift(char: string, distance: number): string {
  return String.fromCharCode(char.charCodeAt(0) + distance);
}

/** Capitals of Unicode 16, of which Go does not know yet. */
const NEWER = /[\u1C89\u1C8A\uA7CB-\uA7CD\uA7DA-\uA7DC]/;

/** The mapping, where it is one character. */
function single(mapped: string, char: string): string {
  if (NEWER.test(mapped)) return char;
  return mapped.length === char.length || [...mapped].length === 1
    ? mapped
    : char;
}
