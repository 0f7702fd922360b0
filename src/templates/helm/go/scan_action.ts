/**
 * Splits what stands between `{{` and `}}` into tokens.
 *
 * @module
 */

import {
  fail,
  isTrimmedRight,
  skipSpace,
  skipTo,
  type Source,
} from "./lexer.ts";
import { isPrintable, quote } from "./quote.ts";
import { scanNumber } from "./scan_number.ts";
import { KEYWORDS, type TokenKind } from "./token.ts";

const WORD = /[\p{L}\p{Nd}_]*/uy;
const PUNCTUATION: ReadonlyMap<string, TokenKind> = new Map([
  ["=", "assign"],
  ["|", "pipe"],
]);

/**
 * Reads an action with its closing delimiter, and the space that this trims.
 *
 * @param source The template, standing behind `{{`.
 * @returns Whether the action ends; if not, an error has been emitted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openSource } from "./lexer.ts";
 * const source = openSource("1}}", new Map());
 * assertEquals(scanAction(source), true);
 * ```
 */
export function scanAction(source: Source): boolean {
  const { text } = source;
  let depth = 0;
  for (;;) {
    const { position } = source;
    if (atRightDelimiter(text, position)) {
      if (depth > 0) return fail(source, "unclosed left paren");
      passRightDelimiter(source);
      return true;
    }
    const character = text[position];
    if (character === "(") depth++;
    else if (character === ")" && --depth < 0) {
      return fail(source, "unexpected right paren");
    }
    if (!scanToken(source)) return false;
  }
}

function passRightDelimiter(source: Source): void {
  const { text } = source;
  const trims = isTrimmedRight(text, source.position);
  if (trims) skipTo(source, source.position + 2);
  emit(source, "right", source.position + 2);
  if (trims) skipTo(source, skipSpace(text, source.position));
}

function scanToken(source: Source): boolean {
  const { text, position } = source;
  const character = text[position];
  if (character === undefined) return fail(source, "unclosed action");
  if (isSpace(text.charCodeAt(position))) return scanSpace(source);
  const punctuation = PUNCTUATION.get(character);
  if (punctuation !== undefined) return emit(source, punctuation, position + 1);
  switch (character) {
    case "(":
      return emit(source, "left paren", position + 1);
    case ")":
      return emit(source, "right paren", position + 1);
    case ":":
      if (text[position + 1] !== "=") return fail(source, "expected :=");
      return emit(source, "declare", position + 2);
    case '"':
      return scanQuoted(source, '"', "string");
    case "'":
      return scanQuoted(source, "'", "character constant");
    case "`":
      return scanRaw(source);
    case "$":
      return scanName(source, "variable");
    case ".":
      if (/[^0-9]/.test(text[position + 1] ?? "")) {
        return scanName(source, "field");
      }
  }
  if (/[-+.0-9]/.test(character)) return scanNumber(source);
  return scanWord(source);
}

/** Emits the text from here to a position as one token. */
export function emit(source: Source, kind: TokenKind, end: number): true {
  const { text, position, line } = source;
  source.tokens.push({ kind, text: text.slice(position, end), position, line });
  skipTo(source, end);
  return true;
}

function scanSpace(source: Source): boolean {
  const { text, position } = source;
  let end = position;
  while (isSpace(text.charCodeAt(end))) end++;
  if (atRightDelimiter(text, end - 1)) end--;
  return end === position ? true : emit(source, "space", end);
}

function scanQuoted(source: Source, mark: string, kind: TokenKind): boolean {
  const { text, position } = source;
  for (let at = position + 1; at < text.length; at++) {
    const character = text[at];
    if (character === mark) return emit(source, kind, at + 1);
    if (character === "\\") at++;
    if (text[at] === "\n") break;
  }
  const what = kind === "string" ? "quoted string" : kind;
  return fail(source, `unterminated ${what}`);
}

function scanRaw(source: Source): boolean {
  const close = source.text.indexOf("`", source.position + 1);
  if (close === -1) return fail(source, "unterminated raw quoted string");
  return emit(source, "raw string", close + 1);
}

/** A field or variable, whose first character is known. */
function scanName(source: Source, kind: "field" | "variable"): boolean {
  const { text, position } = source;
  const start = position + 1;
  if (atTerminator(text, start)) {
    return emit(source, kind === "field" ? "." : kind, start);
  }
  const end = wordEnd(text, start);
  return atTerminator(text, end)
    ? emit(source, kind, end)
    : badCharacter(source, end);
}

function scanWord(source: Source): boolean {
  const { text, position } = source;
  const end = wordEnd(text, position);
  if (end === position) {
    const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
    if (/^[!-~]$/.test(character)) return emit(source, "char", position + 1);
    return fail(
      source,
      `unrecognized character in action: ${unicodeOf(character)}`,
    );
  }
  if (!atTerminator(text, end)) return badCharacter(source, end);
  return emit(source, kindOfWord(source, text.slice(position, end)), end);
}

function kindOfWord(source: Source, word: string): TokenKind {
  if (KEYWORDS.has(word)) {
    const replaced = (word === "break" || word === "continue") &&
      source.functions.has(word);
    return replaced ? "identifier" : word as TokenKind;
  }
  return word === "true" || word === "false" ? "bool" : "identifier";
}

function badCharacter(source: Source, position: number): false {
  const code = source.text.codePointAt(position) ?? 0;
  return fail(source, `bad character ${unicodeOf(String.fromCodePoint(code))}`);
}

function unicodeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  const shown = isPrintable(character) ? ` '${character}'` : "";
  return `U+${code.padStart(4, "0")}${shown}`;
}

/** Where the letters, digits and underscores that begin here end. */
export function wordEnd(text: string, position: number): number {
  WORD.lastIndex = position;
  return position + (WORD.exec(text)?.[0].length ?? 0);
}

function atTerminator(text: string, position: number): boolean {
  const character = text[position];
  return character === undefined || isSpace(text.charCodeAt(position)) ||
    ".,|:)(".includes(character) || text.startsWith("}}", position);
}

function atRightDelimiter(text: string, position: number): boolean {
  return text.startsWith("}}", position) ||
    (isTrimmedRight(text, position) && text.startsWith("}}", position + 2));
}

/**
 * Whether a UTF-16 unit is one of Go's four spaces.
 *
 * @param code The unit.
 * @returns Whether it is a space, a tab or an end of line.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isSpace(9));
 * ```
 */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

/** Ends the scan at a number that is none. */
export function badNumber(source: Source, end: number): false {
  const text = source.text.slice(source.position, end);
  return fail(source, `bad number syntax: ${quote(text)}`);
}
