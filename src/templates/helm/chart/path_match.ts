/**
 * Patterns as Go's `filepath.Match` reads them, for `.helmignore`.
 *
 * @module
 */

import { readClass } from "./character_class.ts";
import type { Pattern, PatternPart } from "./pattern.ts";

/**
 * Reads a pattern: `*` and `?` stop at `/`, `[^a-z]` is a set, `\` escapes.
 *
 * @param text The pattern.
 * @returns Its parts, or `undefined` where it is not well formed.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { matches } from "./pattern.ts";
 * assert(matches(parsePathPattern("*.[ch]") ?? [], "main.c"));
 * ```
 */
export function parsePathPattern(text: string): Pattern | undefined {
  const chars = [...text];
  const parts: PatternPart[] = [];
  for (let index = 0; index < chars.length;) {
    const char = chars[index++] as string;
    if (char === "*") parts.push({ kind: "some" });
    else if (char === "?") parts.push({ kind: "one" });
    else if (char === "[") {
      const set = readClass(chars, index);
      if (set === undefined) return undefined;
      parts.push({ kind: "class", accepts: set.accepts });
      index = set.end;
    } else if (char === "\\") {
      const escaped = chars[index++];
      if (escaped === undefined) return undefined;
      parts.push({ kind: "literal", text: escaped });
    } else parts.push({ kind: "literal", text: char });
  }
  return parts;
}
