/**
 * The selectors of access rules, in both of their forms.
 *
 * @module
 */

import {
  isEmptySelector,
  type LabelSelector,
  selects,
} from "../label_selector.ts";
import { type LabelPredicate, readSelector } from "../string_selector.ts";

/** What labels an access rule asks for. */
export type LabelChoice =
  /** It asks for none. */
  | { readonly kind: "all" }
  | { readonly kind: "some"; readonly matches: LabelPredicate }
  | { readonly kind: "problem"; readonly problem: string };

/**
 * Reads the selectors of a part of an access rule.
 *
 * @param part The part; a string selector goes before one in fields.
 * @returns The choice.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(labelChoice({}).kind, "all");
 * assertEquals(labelChoice({ stringSelector: "env=dev" }).kind, "some");
 * assertEquals(labelChoice({ stringSelector: "env in" }).kind, "problem");
 * ```
 */
export function labelChoice(
  part: {
    readonly selector?: LabelSelector;
    readonly stringSelector?: string;
  },
): LabelChoice {
  const { selector, stringSelector = "" } = part;
  if (stringSelector.trim() !== "") {
    const read = readSelector(stringSelector);
    return read.kind === "problem"
      ? read
      : { kind: "some", matches: read.matches };
  }
  return selector === undefined || isEmptySelector(selector)
    ? { kind: "all" }
    : { kind: "some", matches: (labels) => selects(selector, labels) };
}
