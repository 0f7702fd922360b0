/**
 * Finding the word that somebody meant.
 *
 * @module
 */

import { levenshteinDistance } from "@std/text";

/**
 * The word among those known that comes nearest to one that is not.
 *
 * @param word The unknown word.
 * @param known The words there are.
 * @returns The nearest, ignoring case; `undefined` where none is close enough
 * to be what was meant.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(didYouMean("credentail", ["credential", "template"]), "credential");
 * assertEquals(didYouMean("oidc", ["credential", "template"]), undefined);
 * ```
 */
export function didYouMean(
  word: string,
  known: Iterable<string>,
): string | undefined {
  const lower = word.toLowerCase();
  let nearest: string | undefined;
  // Two letters swapped are two changes, even in a word of four.
  let limit = word.length < 3 ? 0 : Math.ceil(word.length / 3);
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = levenshteinDistance(lower, candidate.toLowerCase());
    if (distance > limit || (distance === limit && nearest !== undefined)) {
      continue;
    }
    nearest = candidate;
    limit = distance;
  }
  return nearest;
}
