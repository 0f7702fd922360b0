/**
 * Strings and keys of TOML.
 *
 * @module
 */

const SHORT: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\b", "\\b"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\f", "\\f"],
  ["\r", "\\r"],
]);

// deno-lint-ignore no-control-regex -- what TOML cannot hold as it is
const SPECIAL = /["\\\0-\x1F\x7F]/g;

/**
 * Quotes a string.
 *
 * @param text The string.
 * @returns The string in quotation marks.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(quoteToml("a\n\x01"), '"a\\n\\u0001"');
 * ```
 */
export function quoteToml(text: string): string {
  return `"${text.replace(SPECIAL, escape)}"`;
}

function escape(char: string): string {
  const code = char.charCodeAt(0).toString(16).padStart(4, "0");
  return SHORT.get(char) ?? `\\u${code}`;
}

/**
 * Writes one part of a key.
 *
 * @param key The part.
 * @returns The part, quoted where it must be.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(writeKey("a-b"), "a-b");
 * assertEquals(writeKey("a.b"), '"a.b"');
 * ```
 */
export function writeKey(key: string): string {
  return /^[\w-]+$/.test(key) ? key : quoteToml(key);
}
