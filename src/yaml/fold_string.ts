/**
 * Long strings, broken at spaces where Go's YAML breaks them.
 *
 * @module
 */

import { escapeCharacters } from "./quote_string.ts";
import type { StringStyle } from "./string_style.ts";

/** Go breaks at the first space beyond this column. */
export const BEST_WIDTH = 80;

/** Where a string stands. */
export interface StringPlace {
  /** What precedes its further lines, as spaces. */
  readonly indent: string;
  /** The column of its first character, from 0. */
  readonly column: number;
}

/**
 * Writes a string over several lines, as Go's YAML does.
 *
 * @param text The string.
 * @param style Its notation, which is no block.
 * @param place Where it stands.
 * @returns The notation.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const text = foldString(`${"a".repeat(81)} b`, "plain", { indent: "  ", column: 0 });
 * assertEquals(text, `${"a".repeat(81)}\n  b`);
 * ```
 */
export function foldString(
  text: string,
  style: Exclude<StringStyle, "literal">,
  { indent, column }: StringPlace,
): string {
  const quote = QUOTES[style];
  const last = text.length - 1;
  let written = quote;
  let here = column + quote.length;
  for (const { index, 0: part } of text.matchAll(/ |[^ ]+/g)) {
    const next = text[index + 1];
    const mayBreak = part === " " && here > BEST_WIDTH &&
      text[index - 1] !== " " && (style === "double" || next !== " ") &&
      (style === "plain" || (index > 0 && index < last));
    if (mayBreak) {
      const guard = next === " " ? "\\" : "";
      written += `\n${indent}${guard}`;
      here = indent.length + guard.length;
    } else {
      const notation = WRITERS[style](part, text);
      written += notation;
      here += notation.length;
    }
  }
  return written + quote;
}

const QUOTES = { plain: "", single: "'", double: '"' };

const WRITERS = {
  plain: (part: string) => part,
  single: (part: string) => part.replaceAll("'", "''"),
  double: escapeCharacters,
};
