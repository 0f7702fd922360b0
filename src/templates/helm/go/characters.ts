/**
 * What the lexer looks for in a text.
 *
 * @module
 */

const WORD = /[\p{L}\p{Nd}_]*/uy;

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

/**
 * Where the space that begins at a position ends.
 *
 * @param text The text.
 * @param position The position.
 * @returns The first position that is not space.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(skipSpace("a \nb", 1), 3);
 * ```
 */
export function skipSpace(text: string, position: number): number {
  let at = position;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/**
 * Where the letters, digits and underscores that begin at a position end.
 *
 * @param text The text.
 * @param position The position.
 * @returns The first position that is none of these.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(wordEnd("é_1.a", 0), 3);
 * ```
 */
export function wordEnd(text: string, position: number): number {
  WORD.lastIndex = position;
  return position + (WORD.exec(text)?.[0].length ?? 0);
}

/**
 * Whether the trim marker of a closing delimiter stands at a position.
 *
 * @param text The text.
 * @param position The position.
 * @returns Whether a space and `-` stand there.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isTrimMarker("1 -}}", 1));
 * ```
 */
export function isTrimMarker(text: string, position: number): boolean {
  return isSpace(text.charCodeAt(position)) && text[position + 1] === "-";
}
