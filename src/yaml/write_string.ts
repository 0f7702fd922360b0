/**
 * Strings in each of their notations.
 *
 * @module
 */

import { BEST_WIDTH, foldString, type StringPlace } from "./fold_string.ts";
import { doubleQuoted, singleQuoted } from "./quote_string.ts";
import type { StringStyle } from "./string_style.ts";

const BREAK = /[\n\r\u2028\u2029]/;
const BYTE_ORDER_MARK = "\uFEFF";
/** Beyond this many bytes, Go writes a key with `? `. */
const MAX_SIMPLE_KEY_BYTES = 128;
const MAX_BYTES_PER_UNIT = 3;

/**
 * Whether a string may stand before a colon, on one line.
 *
 * @param text The string.
 * @returns Whether Go's YAML writes it there, and not after `? `.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isSimpleKey("name"));
 * assert(!isSimpleKey("two\nlines"));
 * ```
 */
export function isSimpleKey(text: string): boolean {
  return !BREAK.test(text) &&
    (text.length * MAX_BYTES_PER_UNIT <= MAX_SIMPLE_KEY_BYTES ||
      new TextEncoder().encode(text).length <= MAX_SIMPLE_KEY_BYTES);
}

/**
 * Writes a string.
 *
 * @param text The string.
 * @param style Its notation.
 * @param place Where it stands, and whether it is broken if it is long; left
 * out for a key, which stands on one line.
 * @returns The text, without a final line break.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const place = { indent: "  ", column: 3, folds: false };
 * assertEquals(writeString("a\nb\n", "literal", place), "|\n  a\n  b");
 * ```
 */
export function writeString(
  text: string,
  style: StringStyle,
  place: (StringPlace & { readonly folds: boolean }) | undefined,
): string {
  if (style === "literal") return literal(text, place?.indent ?? "");
  const written = onOneLine(text, style);
  const isLong = place?.folds && place.column + written.length > BEST_WIDTH;
  return isLong && text.includes(" ") && !text.startsWith(BYTE_ORDER_MARK)
    ? foldString(text, style, place)
    : written;
}

function onOneLine(
  text: string,
  style: Exclude<StringStyle, "literal">,
): string {
  switch (style) {
    case "plain":
      return text;
    case "single":
      return singleQuoted(text);
    case "double":
      return doubleQuoted(text);
  }
}

/** The final line break is left out: one ends the scalar anyway. */
function literal(text: string, indent: string): string {
  const indentHint = /^[ \n]/.test(text) ? 2 : "";
  const chomp = !text.endsWith("\n") ? "-" : /^\n$|\n\n$/.test(text) ? "+" : "";
  const lines = text.replace(/^(?=[^\n])/gm, indent);
  const body = chomp === "-" ? lines : lines.slice(0, -1);
  return `|${indentHint}${chomp}\n${body}`;
}
