/**
 * Go templates' `html`, `js` and `urlquery`.
 *
 * @module
 */

import { toBytes } from "./byte_string.ts";
import { goSprint, printAction } from "./print.ts";
import { isPrintable } from "./quote.ts";
import type { GoValue } from "./value.ts";

const HTML: ReadonlyMap<string, string> = new Map([
  ["\0", "\ufffd"],
  ['"', "&#34;"],
  ["'", "&#39;"],
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
]);

const SCRIPT: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["'", "\\'"],
  ['"', '\\"'],
]);

/**
 * Escapes for HTML.
 *
 * @param values What to write.
 * @returns The escaped text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(escapeHtml(["<a>"]), "&lt;a&gt;");
 * ```
 */
export function escapeHtml(values: readonly GoValue[]): string {
  return textOf(values).replace(/[\0"'&<>]/g, (mark) => HTML.get(mark) ?? mark);
}

/**
 * Escapes for a string of JavaScript.
 *
 * @param values What to write.
 * @returns The escaped text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(escapeScript(["it's"]), "it\\'s");
 * ```
 */
export function escapeScript(values: readonly GoValue[]): string {
  let text = "";
  for (const character of textOf(values)) text += escapeInScript(character);
  return text;
}

function escapeInScript(character: string): string {
  const short = SCRIPT.get(character);
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  const isSpecial = code < 0x20 || "<>&=".includes(character);
  if (!isSpecial && (code < 0x80 || isPrintable(character))) return character;
  return `\\u${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * Escapes for the query of a URL.
 *
 * @param values What to write.
 * @returns The escaped text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(escapeQuery(["a b&c"]), "a+b%26c");
 * ```
 */
export function escapeQuery(values: readonly GoValue[]): string {
  return Array.from(toBytes(textOf(values)), escapeInQuery).join("");
}

function escapeInQuery(byte: number): string {
  const character = String.fromCharCode(byte);
  if (/[A-Za-z0-9\-_.~]/.test(character)) return character;
  if (character === " ") return "+";
  return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}

function textOf(values: readonly GoValue[]): string {
  return goSprint(values.map((value) => value ?? "<no value>"), printAction);
}
