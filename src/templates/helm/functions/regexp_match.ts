/**
 * Matches of a pattern, found as Go's package `regexp` finds them.
 *
 * @module
 */

import type { Matcher } from "re2js";
import type { Pattern } from "./regexp_pattern.ts";

/** A match. */
export interface Match {
  /** The offset of its first character. */
  readonly start: number;
  /** The offset after its last character. */
  readonly end: number;
  /** What the whole matched, then each group; `undefined` for none. */
  readonly groups: readonly (string | undefined)[];
  /** The numbers of the groups that have names. */
  readonly names: Readonly<Record<string, number>>;
}

/**
 * Finds matches from left to right. An empty one right after another match does
 * not count.
 *
 * @param pattern The pattern.
 * @param text The text.
 * @param count How many at most; all where it is negative.
 * @returns The matches.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readPattern } from "./regexp_pattern.ts";
 * const found = matchesOf(readPattern("a*"), "baa", -1);
 * assertEquals(found.map(({ groups }) => groups[0]), ["", "aa"]);
 * ```
 */
export function matchesOf(
  pattern: Pattern,
  text: string,
  count: number,
): Match[] {
  const found: Match[] = [];
  const most = count < 0 ? Infinity : count;
  const matcher = pattern.expression.matcher(text);
  let previousEnd = -1;
  for (let at = 0; found.length < most && at <= text.length;) {
    if (!matcher.find(at)) break;
    const match = readMatch(matcher, pattern);
    const isEmpty = match.end === at;
    if (!isEmpty || match.start !== previousEnd) found.push(match);
    at = isEmpty ? at + widthAt(text, at) : match.end;
    previousEnd = match.end;
  }
  return found;
}

/**
 * Replaces each match.
 *
 * @param pattern The pattern.
 * @param text The text.
 * @param replace What stands in a match's stead.
 * @returns The new text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readPattern } from "./regexp_pattern.ts";
 * assertEquals(replaceMatches(readPattern("a*"), "baac", () => "-"), "-b-c-");
 * ```
 */
export function replaceMatches(
  pattern: Pattern,
  text: string,
  replace: (match: Match) => string,
): string {
  const matcher = pattern.expression.matcher(text);
  let result = "";
  let done = 0;
  for (let at = 0; at <= text.length;) {
    if (!matcher.find(at)) break;
    const match = readMatch(matcher, pattern);
    result += text.slice(done, match.start);
    if (match.end > done || match.start === 0) result += replace(match);
    done = match.end;
    at = Math.max(at + widthAt(text, at), match.end);
  }
  return result + text.slice(done);
}

function readMatch(matcher: Matcher, { expression }: Pattern): Match {
  const groups = Array.from(
    { length: matcher.groupCount() + 1 },
    (_, index) => matcher.group(index) ?? undefined,
  );
  return {
    start: matcher.start(),
    end: matcher.end(),
    groups,
    names: expression.namedGroups(),
  };
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xFFFF ? 2 : 1;
}
