/**
 * Patterns of CRDs. They are those of Go, and may come from anybody: RE2 reads
 * them alike, and needs no more time than the text is long.
 *
 * @module
 */

import { RE2JS } from "re2js";

/** The part of `RegExp` that ajv uses. */
export interface Pattern {
  test(text: string): boolean;
  /** Tells patterns apart: ajv keeps those of one text once. */
  toString(): string;
}

/**
 * Reads a pattern.
 *
 * @param source The pattern.
 * @returns The pattern.
 * @throws {Error} If RE2 cannot read it.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(readPattern("(?i)^a+$").test("AAA"));
 * assert(!readPattern("(a+)+$").test("a".repeat(100_000) + "b"));
 * ```
 */
export function readPattern(source: string): Pattern {
  const expression = RE2JS.compile(source);
  return {
    test: (text) => expression.matcher(text).find(),
    toString: () => source,
  };
}
