/**
 * Go's `strconv.Unquote`: the meaning of a string or character constant.
 *
 * @module
 */

import { fromBytes } from "./byte_string.ts";

const SIMPLE: ReadonlyMap<string, number> = new Map([
  ["a", 7],
  ["b", 8],
  ["f", 12],
  ["n", 10],
  ["r", 13],
  ["t", 9],
  ["v", 11],
  ["\\", 92],
  ["'", 39],
  ['"', 34],
]);

const HEX_WIDTHS: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

/** One character of a constant; a byte where it was written as one. */
interface Unit {
  readonly code: number;
  readonly isByte: boolean;
  readonly end: number;
}

/**
 * The string that a constant means.
 *
 * @param text The constant with its quotation marks, `"` or a backquote.
 * @returns The string, or `undefined` where the constant is malformed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(unquote(String.raw`"a\tb\u00e9"`), "a\tbé");
 * assertEquals(unquote("`a\\t`"), "a\\t");
 * assertEquals(unquote(String.raw`"\'"`), undefined);
 * ```
 */
export function unquote(text: string): string | undefined {
  const body = text.slice(1, -1);
  if (text[0] === "`") return body.replaceAll("\r", "");
  if (!body.includes("\\")) return body;
  const bytes: number[] = [];
  for (let at = 0; at < body.length;) {
    const unit = readUnit(body, at, '"');
    if (unit === undefined) return undefined;
    if (unit.isByte) bytes.push(unit.code);
    else {bytes.push(
        ...new TextEncoder().encode(String.fromCodePoint(unit.code)),
      );}
    at = unit.end;
  }
  return fromBytes(new Uint8Array(bytes));
}

/**
 * The code of the character that a constant means.
 *
 * @param text The constant with its single quotation marks.
 * @returns The code, or the error's text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(unquoteCharacter("'a'"), 97);
 * assertEquals(unquoteCharacter("''"), "invalid syntax");
 * ```
 */
export function unquoteCharacter(text: string): number | string {
  const unit = readUnit(text, 1, "'");
  if (unit === undefined) return "invalid syntax";
  return text.slice(unit.end) === "'"
    ? unit.code
    : `malformed character constant: ${text}`;
}

function readUnit(text: string, at: number, mark: string): Unit | undefined {
  const code = text.codePointAt(at);
  if (code === undefined || text[at] === mark) return undefined;
  if (code !== 92) {
    return { code, isByte: false, end: at + (code > 0xffff ? 2 : 1) };
  }
  const letter = text[at + 1];
  if (letter === undefined) return undefined;
  if (letter === "'" || letter === '"') {
    if (letter !== mark) return undefined;
  }
  const simple = SIMPLE.get(letter);
  if (simple !== undefined) {
    return { code: simple, isByte: false, end: at + 2 };
  }
  return readNumeric(text, at + 1, letter);
}

function readNumeric(
  text: string,
  at: number,
  letter: string,
): Unit | undefined {
  const width = HEX_WIDTHS.get(letter);
  if (width === undefined) return readOctal(text, at);
  const digits = text.slice(at + 1, at + 1 + width);
  if (digits.length < width || !/^[0-9a-fA-F]+$/.test(digits)) return undefined;
  const code = Number.parseInt(digits, 16);
  const isByte = letter === "x";
  const isScalar = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  if (!isByte && !isScalar) return undefined;
  return { code, isByte, end: at + 1 + width };
}

function readOctal(text: string, at: number): Unit | undefined {
  const digits = text.slice(at, at + 3);
  if (!/^[0-7]{3}$/.test(digits)) return undefined;
  const code = Number.parseInt(digits, 8);
  return code > 255 ? undefined : { code, isByte: true, end: at + 3 };
}
