/**
 * Splits a template into tokens, as Go's lexer does.
 *
 * @module
 */

import { isSpace, scanAction } from "./scan_action.ts";
import type { Token } from "./token.ts";

const TRIM_MARKER_LENGTH = 2;

/** A template's text, and how far it has been read. */
export interface Source {
  readonly text: string;
  /** Names that are functions, so that they are no keywords. */
  readonly functions: ReadonlyMap<string, unknown>;
  readonly tokens: Token[];
  position: number;
  /** The line of the position, from 1, and where it ends. */
  line: number;
  lineEnd: number;
}

/**
 * Splits a template into its tokens.
 *
 * @param text The template.
 * @param functions The functions that it may call.
 * @returns The tokens; the last is the end of the text, or an error.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const tokens = scan("a {{- .b }}", new Map());
 * assertEquals(tokens.map((token) => token.text), ["a", "{{", ".b", " ", "}}", "EOF"]);
 * ```
 */
export function scan(
  text: string,
  functions: ReadonlyMap<string, unknown>,
): Token[] {
  const source = openSource(text, functions);
  while (scanText(source));
  return source.tokens;
}

/**
 * Stands at the beginning of a template.
 *
 * @param text The template.
 * @param functions The functions that it may call.
 * @returns The template, with nothing read yet.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(openSource("a\nb", new Map()).lineEnd, 1);
 * ```
 */
export function openSource(
  text: string,
  functions: ReadonlyMap<string, unknown>,
): Source {
  const lineEnd = lineEndAfter(text, 0);
  return { text, functions, tokens: [], position: 0, line: 1, lineEnd };
}

/** Reads the text up to an action, and the action; false where it ends. */
function scanText(source: Source): boolean {
  const { text, position } = source;
  const open = text.indexOf("{{", position);
  if (open === -1) {
    emitText(source, text.length);
    source.tokens.push(endOf(source));
    return false;
  }
  const trims = isTrimmedLeft(text, open + 2);
  emitText(source, trims ? trimmedEnd(text, position, open) : open);
  skipTo(source, open);
  const inside = open + 2 + (trims ? TRIM_MARKER_LENGTH : 0);
  if (text.startsWith("/*", inside)) return skipComment(source, inside);
  source.tokens.push({
    kind: "left",
    text: "{{",
    position: open,
    line: source.line,
  });
  skipTo(source, inside);
  return scanAction(source);
}

function emitText(source: Source, end: number): void {
  const { text, position, line } = source;
  if (end > position) {
    source.tokens.push({
      kind: "text",
      text: text.slice(position, end),
      position,
      line,
    });
  }
  skipTo(source, end);
}

function endOf(source: Source): Token {
  return {
    kind: "EOF",
    text: "EOF",
    position: source.text.length,
    line: source.line,
  };
}

function skipComment(source: Source, start: number): boolean {
  const { text } = source;
  skipTo(source, start);
  const close = text.indexOf("*/", start + 2);
  if (close === -1) return fail(source, "unclosed comment");
  const end = close + 2;
  const trims = isTrimmedRight(text, end);
  const delimiter = end + (trims ? TRIM_MARKER_LENGTH : 0);
  if (!text.startsWith("}}", delimiter)) {
    return fail(source, "comment ends before closing delimiter");
  }
  skipTo(source, trims ? skipSpace(text, delimiter + 2) : delimiter + 2);
  return true;
}

/** Ends the scan with an error. */
export function fail(source: Source, message: string): false {
  const { position, line } = source;
  source.tokens.push({ kind: "error", text: message, position, line });
  return false;
}

/** Moves on, counting the lines that are passed. */
export function skipTo(source: Source, position: number): void {
  while (source.lineEnd < position) {
    source.line++;
    source.lineEnd = lineEndAfter(source.text, source.lineEnd + 1);
  }
  source.position = position;
}

function lineEndAfter(text: string, position: number): number {
  const found = text.indexOf("\n", position);
  return found === -1 ? text.length : found;
}

/** Whether a closing delimiter with a trim marker begins here. */
export function isTrimmedRight(text: string, position: number): boolean {
  return isSpace(text.charCodeAt(position)) && text[position + 1] === "-";
}

function isTrimmedLeft(text: string, position: number): boolean {
  return text[position] === "-" && isSpace(text.charCodeAt(position + 1));
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the space that begins here ends. */
export function skipSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}
