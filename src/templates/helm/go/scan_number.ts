/**
 * Finds where a number ends, as Go's lexer does: more is accepted here than is
 * a number; the parser refuses the rest.
 *
 * @module
 */

import { wordEnd } from "./characters.ts";
import { quote } from "./quote.ts";
import type { Source } from "./source.ts";

const DECIMAL = /[-+]?[0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9_]*)?i?/y;
const HEXADECIMAL =
  /[-+]?0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][-+]?[0-9_]*)?i?/y;
const OCTAL = /[-+]?0[oO][0-7_]*(?:\.[0-7_]*)?i?/y;
const BINARY = /[-+]?0[bB][01_]*(?:\.[01_]*)?i?/y;

/**
 * Reads a number.
 *
 * @param source The template, standing at the number.
 * @returns Whether there is one; if not, an error has been emitted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Source } from "./source.ts";
 * const source = new Source("0x1F }}", new Map());
 * assertEquals(scanNumber(source), true);
 * assertEquals(source.position, 4);
 * ```
 */
export function scanNumber(source: Source): boolean {
  const { text, position } = source;
  const end = numberEnd(text, position);
  if (continuesWord(text, end)) {
    return badNumber(source, characterEnd(text, end));
  }
  if (text[end] !== "+" && text[end] !== "-") {
    return source.emit("number", end);
  }
  const imaginaryEnd = numberEnd(text, end);
  if (continuesWord(text, imaginaryEnd)) {
    return badNumber(source, characterEnd(text, imaginaryEnd));
  }
  if (text[imaginaryEnd - 1] !== "i") return badNumber(source, imaginaryEnd);
  return source.emit("complex", imaginaryEnd);
}

function numberEnd(text: string, position: number): number {
  const digits = /[-+]/.test(text[position] ?? "") ? position + 1 : position;
  const form = formOf(text.slice(digits, digits + 2).toLowerCase());
  form.lastIndex = position;
  return position + (form.exec(text)?.[0].length ?? 0);
}

function formOf(prefix: string): RegExp {
  if (prefix === "0x") return HEXADECIMAL;
  if (prefix === "0o") return OCTAL;
  return prefix === "0b" ? BINARY : DECIMAL;
}

function continuesWord(text: string, position: number): boolean {
  return wordEnd(text, position) > position;
}

function characterEnd(text: string, position: number): number {
  return position + ((text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1);
}

function badNumber(source: Source, end: number): false {
  const text = source.text.slice(source.position, end);
  return source.fail(`bad number syntax: ${quote(text)}`);
}
