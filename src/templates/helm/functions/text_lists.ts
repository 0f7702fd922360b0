/**
 * Functions between texts and lists of texts.
 *
 * @module
 */

import { withType } from "../go/type_name.ts";
import type { GoMap, GoValue } from "../go/value.ts";
import { fn, type Functions, spend } from "./define.ts";
import { compareTexts, strings, textOf, textsOf } from "./text_of.ts";

/** Functions between texts and lists of texts. */
export const TEXT_LISTS: Functions = {
  split: fn(
    ["string", "string"],
    ([separator, text]) => numbered(splitText(text, separator)),
  ),
  splitn: fn(
    ["string", "int", "string"],
    ([separator, count, text]) =>
      numbered(splitText(text, separator, Number(count))),
  ),
  splitList: fn(
    ["string", "string"],
    ([separator, text]) => strings(splitText(text, separator)),
  ),
  join: fn(["string", "any"], ([separator, list], run) => {
    const texts = textsOf(list);
    spend(run, texts.reduce((sum, text) => sum + text.length, 0));
    return texts.join(separator);
  }),
  sortAlpha: fn(["any"], ([list]) => sortAlpha(list)),
  toStrings: fn(["any"], ([list]) => textsOf(list)),
};

/**
 * Splits a text as Go's `strings.SplitN` does.
 *
 * @param text The text.
 * @param separator What stands between the parts; nothing for characters.
 * @param count How many parts at most; any number where it is negative.
 * @returns The parts.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(splitText("a,b,c", ",", 2), ["a", "b,c"]);
 * ```
 */
export function splitText(
  text: string,
  separator: string,
  count = -1,
): string[] {
  if (count === 0) return [];
  const parts = separator === "" ? [...text] : text.split(separator);
  if (count < 0 || parts.length <= count) return parts;
  const rest = parts.slice(count - 1).join(separator);
  return [...parts.slice(0, count - 1), rest];
}

/** A map of `_0`, `_1` and so on. */
function numbered(parts: readonly string[]): GoMap {
  const map: GoMap = {};
  parts.forEach((part, index) => map[`_${index}`] = part);
  return withType(map, "map[string]string");
}

function sortAlpha(list: GoValue): GoValue {
  if (!Array.isArray(list)) return strings([textOf(list)]);
  return strings(textsOf(list).sort(compareTexts));
}
