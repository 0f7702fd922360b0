/**
 * What a value of a spec can be changed to, to see what comes of it.
 *
 * @module
 */

import { isMap, type Value } from "../../../src/model/mod.ts";

/** Values that only some of the others are as good as. */
const CHOICES: readonly (readonly string[])[] = [
  ["Continuous", "OneTime"],
  ["Install", "Uninstall"],
  ["ChartVersion", "Revision"],
  ["Remote", "Local"],
  ["background", "orphan"],
  ["cosign", "notation"],
  ["HEAD", "Tag"],
  ["extract", "copy"],
  ["azure", "aws"],
  ["generic", "aws"],
  ["in-cluster", "ipam-infoblox"],
  ["MatchAny", ""],
];

/** What reads as a number, a time or an address, by an example of each. */
const PATTERNS: readonly (readonly [RegExp, (text: string) => string])[] = [
  [/^\d+m\d*s?$|^\d+s$/, () => "7m0s"],
  [/^10\.(\d)\.0\.0\/24$/, (text) => text.replace(/^10/, "11")],
  [/^10\.(\d)\.0\.\d+$/, (text) => text.replace(/\d+$/, "77")],
  [/^v1\.35\.4$/, () => "v1.34.1"],
  [/^1\.0\.0$/, () => "1.0.1"],
  [/^>=1\.30$/, () => ">=1.31"],
];

/**
 * Finds what a value can be changed to.
 *
 * @param value The value.
 * @returns Values of the same type, the likeliest to be accepted first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(otherValues(true), [false]);
 * assertEquals(otherValues("a"), ["a-other", "other-a"]);
 * ```
 */
export function otherValues(value: Value): Value[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1, value - 1];
  if (isMap(value)) return [{ ...value, other: "value" }];
  if (typeof value !== "string") return [];
  const choice = CHOICES.find((choices) => choices.includes(value));
  if (choice !== undefined) return choice.filter((it) => it !== value);
  const pattern = PATTERNS.find(([expression]) => expression.test(value));
  if (pattern !== undefined) return [pattern[1](value)];
  return [`${value}-other`, `other-${value}`];
}
