/**
 * Functions that look at texts, and take away from their ends.
 *
 * @module
 */

import { fn, type Functions, spend } from "./define.ts";
import { lowerRune, mapRunes, trimSpace, upperRune } from "./runes.ts";

const TRIM_ALL = fn(
  ["string", "string"],
  ([cutset, text]) => trimRunes(text, cutset),
);

/** Functions that look at texts, and take away from their ends. */
export const TEXT_TRIM: Functions = {
  hello: fn([], () => "Hello!"),
  trim: fn(["string"], ([text]) => trimSpace(text)),
  trimAll: TRIM_ALL,
  trimall: TRIM_ALL,
  trimPrefix: fn(
    ["string", "string"],
    ([prefix, text]) =>
      text.startsWith(prefix) ? text.slice(prefix.length) : text,
  ),
  trimSuffix: fn(
    ["string", "string"],
    ([suffix, text]) =>
      text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text,
  ),
  contains: fn(["string", "string"], ([part, text]) => text.includes(part)),
  hasPrefix: fn(
    ["string", "string"],
    ([prefix, text]) => text.startsWith(prefix),
  ),
  hasSuffix: fn(
    ["string", "string"],
    ([suffix, text]) => text.endsWith(suffix),
  ),
  replace: fn(["string", "string", "string"], ([from, to, text], run) => {
    spend(run, text.length + to.length);
    return replaceAll(text, from, to);
  }),
  upper: fn(["string"], ([text]) => mapCase(text, upperRune)),
  lower: fn(["string"], ([text]) => mapCase(text, lowerRune)),
};

/** An empty text stands before, between and after all characters. */
function replaceAll(text: string, from: string, to: string): string {
  if (from !== "") return text.split(from).join(to);
  return to + [...text].map((char) => char + to).join("");
}

function trimRunes(text: string, cutset: string): string {
  const cut = new Set(cutset);
  const chars = [...text];
  const first = chars.findIndex((char) => !cut.has(char));
  if (first < 0) return "";
  const last = chars.findLastIndex((char) => !cut.has(char));
  return chars.slice(first, last + 1).join("");
}

const ASCII = /^[\0-\x7F]*$/;

function mapCase(text: string, map: (char: string) => string): string {
  if (!ASCII.test(text)) return mapRunes(text, map);
  return map === upperRune ? text.toUpperCase() : text.toLowerCase();
}
