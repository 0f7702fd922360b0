/**
 * Patterns of branch names: `change/*` is every branch below `change/`.
 */
export type BranchPattern = string;

/**
 * Whether a text is a pattern: a branch's name in which `*` stands for any
 * characters, slashes too.
 *
 * @param text The text.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(isBranchPattern("change/*"), true);
 * assertEquals(isBranchPattern("change/ **"), false);
 * ```
 */
export function isBranchPattern(text: string): text is BranchPattern {
  return /^[\w./@+-]*\*?[\w./@+-]*$/.test(text) && text !== "";
}

/**
 * Whether a branch matches one of some patterns.
 *
 * @param patterns The patterns.
 * @param branch The branch's name.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(matchesBranch(["change/*"], "change/workers"), true);
 * assertEquals(matchesBranch(["change/*"], "changes"), false);
 * ```
 */
export function matchesBranch(
  patterns: readonly BranchPattern[],
  branch: string,
): boolean {
  return patterns.some((pattern) => {
    const [start = "", end] = pattern.split("*");
    if (end === undefined) return branch === start;
    return branch.length >= start.length + end.length &&
      branch.startsWith(start) && branch.endsWith(end);
  });
}
