/**
 * How Go's YAML writes a string: unquoted, quoted or as a block.
 *
 * @module
 */

import { resolveScalar } from "./resolve_scalar.ts";

/** The notations of a string. */
export type StringStyle = "plain" | "single" | "double" | "literal";

/** Most strings of Kubernetes: names, kinds, images, paths. */
const COMMON = /^(?:[A-Za-z_/][\w./-]*(?:[:@][\w./-]+)*)$/;
const WORD = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/**
 * What only double quotes can hold, by Go's rules; tabs are among it, and all
 * beyond U+FFFF. U+2028 and U+2029 Go would write raw, and misread itself.
 */
const SPECIAL =
  /(?!\n)[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF\u{10000}-\u{10FFFF}]| \n/u;
const OUTER_SPACE = /^ | $/;
const INDICATOR = /^[#,[\]{}&*!|>'"%@`]|^[?:-](?: |$)|^---|^\.\.\.|:(?: |$)| #/;

const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(Z|[-+]\d\d:\d\d)?)?$/;

/**
 * The notation that Go's YAML chooses for a string.
 *
 * @param text The string.
 * @returns The notation.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(goStringStyle("nginx:1.27"), "plain");
 * assertEquals(goStringStyle("yes"), "double");
 * assertEquals(goStringStyle("oidc:"), "single");
 * assertEquals(goStringStyle("a\nb\n"), "literal");
 * ```
 */
export function goStringStyle(text: string): StringStyle {
  if (COMMON.test(text)) {
    return WORD.test(text) && isAmbiguous(text) ? "double" : "plain";
  }
  if (SPECIAL.test(text)) return "double";
  if (text.includes("\n")) return text.endsWith(" ") ? "double" : "literal";
  if (isAmbiguous(text)) return "double";
  return OUTER_SPACE.test(text) || INDICATOR.test(text) ? "single" : "plain";
}

/** Whether the string, unquoted, would be read as another type. */
function isAmbiguous(text: string): boolean {
  return typeof resolveScalar(text) !== "string" ||
    SEXAGESIMAL.test(text) || isTimestamp(text);
}

/** Whether Go's time package reads the string as a time. */
function isTimestamp(text: string): boolean {
  const match = TIMESTAMP.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const [, , , , separator, hour, minute, second, zone] = match;
  const isDate = month >= 1 && month <= 12 && day >= 1 &&
    day <= new Date(Date.UTC(year || 4, month, 0)).getUTCDate();
  if (!isDate || separator === undefined) return isDate;
  return (separator === " ") === (zone === undefined) &&
    Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}
