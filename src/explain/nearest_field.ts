/**
 * Which field somebody meant who asked for one that does not exist.
 *
 * @module
 */

import { didYouMean } from "../k0rdent/mod.ts";

/**
 * Finds the field that was probably meant. Long paths are alike whatever they
 * end with, so a field beside the right ones is compared by its last word.
 *
 * @param field The field that does not exist.
 * @param known The fields that do.
 * @returns The only field that ends with the same word; else a neighbour or a
 * field nearly the same; `undefined` where nothing comes near.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const known = ["spec", "spec.config", "spec.config.auth", "spec.config.region"];
 * assertEquals(nearestField("region", known), "spec.config.region");
 * assertEquals(nearestField("spec.config.regoin", known), "spec.config.region");
 * assertEquals(nearestField("spec.config.nothing", known), undefined);
 * ```
 */
export function nearestField(
  field: string,
  known: readonly string[],
): string | undefined {
  const { parent, word } = partsOf(field);
  const [only, ...others] = word.startsWith("[")
    ? []
    : known.filter((each) => partsOf(each).word === word);
  if (only !== undefined && others.length === 0) return only;
  if (parent !== "" && !known.includes(parent)) return didYouMean(field, known);
  const neighbours = known.map((each) => ({ each, ...partsOf(each) }))
    .filter((each) => each.parent === parent);
  const nearest = didYouMean(word, neighbours.map((each) => each.word));
  return neighbours.find((each) => each.word === nearest)?.each;
}

function partsOf(field: string): { parent: string; word: string } {
  const end = Math.max(field.lastIndexOf("."), field.lastIndexOf("["), 0);
  return {
    parent: field.slice(0, end),
    word: field.slice(end).replace(/^\./, ""),
  };
}
