/**
 * Patterns as `.Files.Glob` reads them: those of gobwas/glob.
 *
 * @module
 */

import type { Pattern, PatternPart } from "./pattern.ts";

const EVERYTHING: Pattern = [{ kind: "all" }];

/**
 * Reads a pattern: `*` and `?` stop at `/`, `**` does not, `{a,b}` are
 * alternatives, `[a-z]` and `[!abc]` are sets, `\` escapes.
 *
 * @param text The pattern.
 * @returns Its parts; where it is not well formed it matches everything, as in
 * Helm.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { matches } from "./pattern.ts";
 * assert(matches(parseGlob("**.{yaml,yml}"), "dir/a.yml"));
 * assert(!matches(parseGlob("*.yaml"), "dir/a.yaml"));
 * ```
 */
export function parseGlob(text: string): Pattern {
  const reader: Reader = { chars: [...text], index: 0 };
  return readPattern(reader, 0) ?? EVERYTHING;
}

/** More than this many alternatives within alternatives is no real pattern. */
const MAX_DEPTH = 20;

interface Reader {
  readonly chars: readonly string[];
  index: number;
}

/** Reads up to the end, or to the `,` or `}` of the alternatives around it. */
function readPattern(reader: Reader, depth: number): Pattern | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const parts: PatternPart[] = [];
  while (reader.index < reader.chars.length) {
    const char = reader.chars[reader.index] as string;
    if (depth > 0 && (char === "," || char === "}")) break;
    reader.index++;
    const part = readPart(char, reader, depth);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts;
}

function readPart(
  char: string,
  reader: Reader,
  depth: number,
): PatternPart | undefined {
  switch (char) {
    case "?":
      return { kind: "one" };
    case "*":
      if (reader.chars[reader.index] !== "*") return { kind: "some" };
      reader.index++;
      return { kind: "all" };
    case "{":
      return readAlternatives(reader, depth);
    case "[":
      return readSet(reader);
    case "\\":
      return { kind: "literal", text: reader.chars[reader.index++] ?? "" };
    default:
      return { kind: "literal", text: char };
  }
}

function readAlternatives(
  reader: Reader,
  depth: number,
): PatternPart | undefined {
  const options: Pattern[] = [];
  do {
    const option = readPattern(reader, depth + 1);
    if (option === undefined) return undefined;
    options.push(option);
  } while (reader.chars[reader.index++] === ",");
  return { kind: "either", options };
}

/** One range, or a list of characters: not both. */
function readSet(reader: Reader): PatternPart | undefined {
  const { chars } = reader;
  const negated = chars[reader.index] === "!";
  if (negated) reader.index++;
  const [low = "", dash, high = ""] = chars.slice(reader.index);
  if (dash === "-") {
    if (high < low || chars[reader.index + 3] !== "]") return undefined;
    reader.index += 4;
    return {
      kind: "class",
      accepts: (char) => (low <= char && char <= high) !== negated,
    };
  }
  const listed = readList(reader);
  if (listed === undefined || listed.size === 0) return undefined;
  return { kind: "class", accepts: (char) => listed.has(char) !== negated };
}

function readList(reader: Reader): Set<string> | undefined {
  const listed = new Set<string>();
  while (reader.index < reader.chars.length) {
    const char = reader.chars[reader.index++] as string;
    if (char === "]") return listed;
    listed.add(char === "\\" ? reader.chars[reader.index++] ?? "" : char);
  }
  return undefined;
}
