/**
 * Splits a template into tokens, as Go's lexer does.
 *
 * @module
 */

import { isSpace, isTrimMarker, skipSpace } from "./characters.ts";
import { scanAction } from "./scan_action.ts";
import { Source } from "./source.ts";
import type { Token } from "./token.ts";

const TRIM_MARKER_LENGTH = 2;

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
  const source = new Source(text, functions);
  while (scanText(source));
  return source.tokens;
}

/** Reads the text up to an action, and the action; false where it ends. */
function scanText(source: Source): boolean {
  const { text, position } = source;
  const open = text.indexOf("{{", position);
  if (open === -1) {
    emitText(source, text.length);
    const { line } = source;
    const end = { text: "EOF", position: text.length, line };
    source.tokens.push({ kind: "EOF", ...end });
    return false;
  }
  const trims = isTrimmedLeft(text, open + 2);
  emitText(source, trims ? trimmedEnd(text, position, open) : open);
  source.skipTo(open);
  const inside = open + 2 + (trims ? TRIM_MARKER_LENGTH : 0);
  if (text.startsWith("/*", inside)) return skipComment(source, inside);
  source.emit("left", open + 2);
  source.skipTo(inside);
  return scanAction(source);
}

function emitText(source: Source, end: number): void {
  if (end > source.position) source.emit("text", end);
}

function skipComment(source: Source, start: number): boolean {
  const { text } = source;
  source.skipTo(start);
  const close = text.indexOf("*/", start + 2);
  if (close === -1) return source.fail("unclosed comment");
  const end = close + 2;
  const trims = isTrimMarker(text, end);
  const delimiter = end + (trims ? TRIM_MARKER_LENGTH : 0);
  if (!text.startsWith("}}", delimiter)) {
    return source.fail("comment ends before closing delimiter");
  }
  source.skipTo(trims ? skipSpace(text, delimiter + 2) : delimiter + 2);
  return true;
}

function isTrimmedLeft(text: string, position: number): boolean {
  return text[position] === "-" && isSpace(text.charCodeAt(position + 1));
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
