/**
 * Sets of characters in the patterns of `.helmignore`: `[a-z]`.
 *
 * @module
 */

/** A set of characters, and where it ends. */
export interface CharacterClass {
  readonly accepts: (char: string) => boolean;
  /** The index after the closing bracket. */
  readonly end: number;
}

interface Range {
  readonly low: string;
  readonly high: string;
}

/**
 * Reads a set of characters; `[^a-z]` is the complement of one.
 *
 * @param text The characters of the pattern.
 * @param start The index after the opening bracket.
 * @returns The set, or `undefined` where it is not well formed.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const vowels = readClass([..."[aeiou]"], 1);
 * assert(vowels?.accepts("e"));
 * assert(!vowels?.accepts("x"));
 * ```
 */
export function readClass(
  text: readonly string[],
  start: number,
): CharacterClass | undefined {
  const negated = text[start] === "^";
  const ranges: Range[] = [];
  let index = negated ? start + 1 : start;
  while (text[index] !== "]" || ranges.length === 0) {
    const low = readChar(text, index);
    if (low === undefined) return undefined;
    index = low.end;
    if (text[index] !== "-") {
      ranges.push({ low: low.char, high: low.char });
      continue;
    }
    const high = readChar(text, index + 1);
    if (high === undefined) return undefined;
    index = high.end;
    ranges.push({ low: low.char, high: high.char });
  }
  return {
    accepts: (char) =>
      ranges.some(({ low, high }) => low <= char && char <= high) !== negated,
    end: index + 1,
  };
}

function readChar(
  text: readonly string[],
  index: number,
): { readonly char: string; readonly end: number } | undefined {
  const escaped = text[index] === "\\";
  const char = text[escaped ? index + 1 : index];
  if (char === undefined || !escaped && (char === "]" || char === "-")) {
    return undefined;
  }
  return { char, end: index + (escaped ? 2 : 1) };
}
