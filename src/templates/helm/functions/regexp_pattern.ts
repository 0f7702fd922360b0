/**
 * Patterns of RE2, read once.
 *
 * @module
 */

import { RE2JS, RE2JSException } from "re2js";
import { GoFailure } from "../go/failure.ts";
import { quote } from "../go/quote.ts";

/** A pattern. */
export interface Pattern {
  /** The text of the pattern. */
  readonly source: string;
  readonly expression: RE2JS;
}

const MOST_PATTERNS = 500;
const PATTERNS = new Map<string, Pattern | string>();

/**
 * Reads a pattern.
 *
 * @param source The pattern.
 * @returns The pattern.
 * @throws {GoFailure} Where it is none.
 *
 * @example
 * ```ts
 * import { GoFailure } from "../go/failure.ts";
 * import { assertThrows } from "@std/assert";
 * assertThrows(() => readPattern("("), GoFailure, "missing closing )");
 * ```
 */
export function readPattern(source: string): Pattern {
  const pattern = lookUp(source);
  if (typeof pattern === "string") throw new GoFailure(pattern);
  return pattern;
}

/**
 * Reads a pattern, with the words of Go's `MustCompile` where it is none.
 *
 * @param source The pattern.
 * @returns The pattern.
 * @throws {GoFailure} Where it is none.
 *
 * @example
 * ```ts
 * import { GoFailure } from "../go/failure.ts";
 * import { assertThrows } from "@std/assert";
 * assertThrows(() => readOrPanic("("), GoFailure, "regexp: Compile(`(`): ");
 * ```
 */
export function readOrPanic(source: string): Pattern {
  const pattern = lookUp(source);
  if (typeof pattern !== "string") return pattern;
  throw new GoFailure(`regexp: Compile(${inBackquotes(source)}): ${pattern}`);
}

/**
 * Whether a text is a pattern.
 *
 * @param source The text.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isPattern("a+"));
 * assert(!isPattern("(?=a)"));
 * ```
 */
export function isPattern(source: string): boolean {
  return typeof lookUp(source) !== "string";
}

function lookUp(source: string): Pattern | string {
  let pattern = PATTERNS.get(source);
  if (pattern === undefined) {
    if (PATTERNS.size >= MOST_PATTERNS) PATTERNS.clear();
    pattern = compile(source);
    PATTERNS.set(source, pattern);
  }
  return pattern;
}

function compile(source: string): Pattern | string {
  try {
    return { source, expression: RE2JS.compile(source) };
  } catch (error) {
    if (error instanceof RE2JSException) return wording(error.message);
    throw error;
  }
}

/** Go quotes nothing where the pattern ends too soon. */
function wording(message: string): string {
  return message.endsWith("trailing backslash at end of expression")
    ? `${message}: \`\``
    : message;
}

// deno-lint-ignore no-control-regex -- what backquotes cannot hold
const NOT_IN_BACKQUOTES = /[`\0-\x08\x0A-\x1F\x7F\uFEFF]/;

function inBackquotes(text: string): string {
  return NOT_IN_BACKQUOTES.test(text) ? quote(text) : `\`${text}\``;
}
