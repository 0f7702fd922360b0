/**
 * Splits what stands between `{{` and `}}` into tokens.
 *
 * @module
 */

import { isSpace, isTrimMarker, skipSpace, wordEnd } from "./characters.ts";
import { isPrintable } from "./quote.ts";
import { scanNumber } from "./scan_number.ts";
import type { Source } from "./source.ts";
import { KEYWORDS, type TokenKind } from "./token.ts";

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
 * import { Source } from "./source.ts";
 * const source = new Source("1}}", new Map());
 * assertEquals(scanAction(source), true);
 * ```
 */
export function scanAction(source: Source): boolean {
  const { text } = source;
  let depth = 0;
  for (;;) {
    const { position } = source;
    if (atRightDelimiter(text, position)) {
      if (depth > 0) return source.fail("unclosed left paren");
      passRightDelimiter(source);
      return true;
    }
    const character = text[position];
    if (character === "(") depth++;
    else if (character === ")" && --depth < 0) {
      return source.fail("unexpected right paren");
    }
    if (!scanToken(source)) return false;
  }
}

function passRightDelimiter(source: Source): void {
  const { text } = source;
  const trims = isTrimMarker(text, source.position);
  if (trims) source.skipTo(source.position + 2);
  source.emit("right", source.position + 2);
  if (trims) source.skipTo(skipSpace(text, source.position));
}

function scanToken(source: Source): boolean {
  const { text, position } = source;
  const character = text[position];
  if (character === undefined) return source.fail("unclosed action");
  if (isSpace(text.charCodeAt(position))) return scanSpace(source);
  const punctuation = PUNCTUATION.get(character);
  if (punctuation !== undefined) return source.emit(punctuation, position + 1);
  switch (character) {
    case "(":
      return source.emit("left paren", position + 1);
    case ")":
      return source.emit("right paren", position + 1);
    case ":":
      if (text[position + 1] !== "=") return source.fail("expected :=");
      return source.emit("declare", position + 2);
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

function scanSpace(source: Source): boolean {
  const { text, position } = source;
  let end = position;
  while (isSpace(text.charCodeAt(end))) end++;
  if (atRightDelimiter(text, end - 1)) end--;
  return end === position ? true : source.emit("space", end);
}

function scanQuoted(source: Source, mark: string, kind: TokenKind): boolean {
  const { text, position } = source;
  for (let at = position + 1; at < text.length; at++) {
    const character = text[at];
    if (character === mark) return source.emit(kind, at + 1);
    if (character === "\\") at++;
    if (text[at] === "\n") break;
  }
  const what = kind === "string" ? "quoted string" : kind;
  return source.fail(`unterminated ${what}`);
}

function scanRaw(source: Source): boolean {
  const close = source.text.indexOf("`", source.position + 1);
  if (close === -1) return source.fail("unterminated raw quoted string");
  return source.emit("raw string", close + 1);
}

/** A field or variable, whose first character is known. */
function scanName(source: Source, kind: "field" | "variable"): boolean {
  const { text, position } = source;
  const start = position + 1;
  if (atTerminator(text, start)) {
    return source.emit(kind === "field" ? "." : kind, start);
  }
  const end = wordEnd(text, start);
  return atTerminator(text, end)
    ? source.emit(kind, end)
    : badCharacter(source, end);
}

function scanWord(source: Source): boolean {
  const { text, position } = source;
  const end = wordEnd(text, position);
  if (end === position) {
    const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
    if (/^[!-~]$/.test(character)) return source.emit("char", position + 1);
    return source.fail(
      `unrecognized character in action: ${unicodeOf(character)}`,
    );
  }
  if (!atTerminator(text, end)) return badCharacter(source, end);
  return source.emit(kindOfWord(source, text.slice(position, end)), end);
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
  return source.fail(`bad character ${unicodeOf(String.fromCodePoint(code))}`);
}

function unicodeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  const shown = isPrintable(character) ? ` '${character}'` : "";
  return `U+${code.padStart(4, "0")}${shown}`;
}

function atTerminator(text: string, position: number): boolean {
  const character = text[position];
  return character === undefined || isSpace(text.charCodeAt(position)) ||
    ".,|:)(".includes(character) || text.startsWith("}}", position);
}

function atRightDelimiter(text: string, position: number): boolean {
  return text.startsWith("}}", position) ||
    (isTrimMarker(text, position) && text.startsWith("}}", position + 2));
}
