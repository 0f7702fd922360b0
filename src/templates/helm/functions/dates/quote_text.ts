/**
 * Texts in the errors of Go's package `time`, which counts bytes.
 *
 * @module
 */

import { toBytes } from "../../go/byte_string.ts";

// deno-lint-ignore no-control-regex -- what is escaped
const UNPRINTED = /[\0-\x1F\x7F-\xFF]/g;

/**
 * Takes each byte of a text for a character.
 *
 * @param text The text.
 * @returns As many characters as the text has bytes.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(byteChars("é"), "\xC3\xA9");
 * ```
 */
export function byteChars(text: string): string {
  return Array.from(toBytes(text), (byte) => String.fromCharCode(byte)).join(
    "",
  );
}

/**
 * Quotes bytes that stand as characters.
 *
 * @param chars The bytes.
 * @returns The text in quotation marks, all but ASCII escaped.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(quoteChars("\xC3\n"), String.raw`"\xc3\x0a"`);
 * ```
 */
export function quoteChars(chars: string): string {
  const escaped = chars.replace(/["\\]/g, "\\$&").replace(UNPRINTED, escape);
  return `"${escaped}"`;
}

function escape(char: string): string {
  return `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
