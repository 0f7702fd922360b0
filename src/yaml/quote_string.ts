/**
 * Quoted strings in the notation of Go's YAML.
 *
 * @module
 */

const ESCAPED =
  /["\\\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF\u{10000}-\u{10FFFF}]/gu;

const EVERYTHING = /[^]/gu;

const NAMED: ReadonlyMap<string, string> = new Map([
  ["\0", "\\0"],
  ["\x07", "\\a"],
  ["\b", "\\b"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\v", "\\v"],
  ["\f", "\\f"],
  ["\r", "\\r"],
  ["\x1B", "\\e"],
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\x85", "\\N"],
  ["\xA0", "\\_"],
  ["\u2028", "\\L"],
  ["\u2029", "\\P"],
]);

/**
 * A string in double quotes.
 *
 * @param text The string.
 * @returns The notation, on one line. As Go does, after a byte order mark
 * every character is escaped.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(doubleQuoted("a\tb\u2028"), '"a\\tb\\L"');
 * ```
 */
export function doubleQuoted(text: string): string {
  return `"${escapeCharacters(text, text)}"`;
}

/**
 * The characters of a string as they stand in double quotes.
 *
 * @param part The characters.
 * @param whole The whole string that they are part of.
 * @returns The same, escaped where that is necessary or Go's way.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(escapeCharacters('"', 'a "b"'), '\\"');
 * ```
 */
export function escapeCharacters(part: string, whole: string): string {
  return part.replace(
    whole.startsWith("\uFEFF") ? EVERYTHING : ESCAPED,
    escape,
  );
}

/**
 * A string in single quotes.
 *
 * @param text The string; it holds no line break.
 * @returns The notation.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(singleQuoted("it's:"), "'it''s:'");
 * ```
 */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function escape(char: string): string {
  const named = NAMED.get(char);
  if (named !== undefined) return named;
  const code = char.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xFF) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xFFFF
    ? `\\u${hex.padStart(4, "0")}`
    : `\\U${hex.padStart(8, "0")}`;
}
