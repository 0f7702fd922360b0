/**
 * Values as YAML on one line, for the places where a template writes one.
 *
 * What is written here stays in its place whatever the value holds: a text
 * that is no plain word is quoted as JSON does, without line breaks.
 *
 * @module
 */

import { isMap, type Value } from "../../model/mod.ts";
import { marshalGo } from "../../yaml/mod.ts";

const RESERVED = new Set([
  "y",
  "n",
  "yes",
  "no",
  "on",
  "off",
  "true",
  "false",
  "null",
]);

/**
 * Writes a value as one line of YAML.
 *
 * @param value The value; lists and maps come out in flow style.
 * @returns The text, which any YAML reader reads back as the same value.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatScalar("t3.small"), "t3.small");
 * assertEquals(formatScalar("yes"), '"yes"');
 * assertEquals(formatScalar(["a", 1]), '["a",1]');
 * ```
 */
export function formatScalar(value: Value): string {
  if (typeof value === "string") {
    return isPlain(value) ? value : quoteText(value);
  }
  return formatJson(value);
}

/**
 * Writes a value as one line of YAML within a text, as Helm's `toYaml` writes
 * scalars: quoted only where it must be.
 *
 * @param value The value; lists and maps come out as JSON.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatTextScalar("10.0.0.0/16"), "10.0.0.0/16");
 * assertEquals(formatTextScalar("yes"), '"yes"');
 * ```
 */
export function formatTextScalar(value: Value): string {
  if (typeof value === "object" && value !== null) return formatJson(value);
  if (typeof value !== "string" || isPlain(value)) return formatScalar(value);
  return value.includes("\n")
    ? quoteText(value)
    : marshalGo(value).replace(/\n$/, "");
}

/**
 * Writes a value as JSON, in the bytes that Go's `encoding/json` writes.
 *
 * @param value The value.
 * @returns The text: no spaces, sorted keys, `<`, `>` and `&` escaped.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatJson({ b: ["<"], a: 1 }), '{"a":1,"b":["\\u003c"]}');
 * ```
 */
export function formatJson(value: Value): string {
  if (typeof value === "string") {
    return quoteText(value).replace(/[<>&]/g, escapeUnit);
  }
  if (Array.isArray(value)) return `[${value.map(formatJson).join(",")}]`;
  if (isMap(value)) {
    const entries = Object.keys(value).sort().map((key) =>
      `${formatJson(key)}:${formatJson(value[key] as Value)}`
    );
    return `{${entries.join(",")}}`;
  }
  return Object.is(value, -0) ? "0" : String(value);
}

/**
 * Writes a text in double quotes, so that YAML and JSON read it back.
 *
 * @param text The text.
 * @returns The quoted text, on one line and without invisible characters.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(quoteText('a\n"b"'), '"a\\n\\"b\\""');
 * assertEquals(quoteText("\u0085"), '"\\u0085"');
 * ```
 */
export function quoteText(text: string): string {
  return JSON.stringify(text).replace(INVISIBLE, escapeUnit);
}

/** What JSON leaves as it is although YAML forbids it or breaks lines at it. */
const INVISIBLE = /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g;

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Whether a text is a plain word, which no YAML reader takes for anything else. */
function isPlain(text: string): boolean {
  if (text.length === 0 || !isLetter(text.charCodeAt(0))) return false;
  for (let i = 1; i < text.length; i++) {
    if (!isPlainUnit(text.charCodeAt(i))) return false;
  }
  return text.length > 5 || !RESERVED.has(text.toLowerCase());
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** Letters, digits, and `-`, `.`, `/`, `_`. */
function isPlainUnit(unit: number): boolean {
  return isLetter(unit) || (unit >= 45 && unit <= 57) || unit === 95;
}
