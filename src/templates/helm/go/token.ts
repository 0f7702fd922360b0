/**
 * The tokens of a template.
 *
 * @module
 */

import { quote } from "./quote.ts";

/** Words that are no function names. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  "block",
  "break",
  "continue",
  "define",
  "else",
  "end",
  "if",
  "range",
  "nil",
  "template",
  "with",
]);

/** What a token is; a keyword and the dot are named as they are written. */
export type TokenKind =
  | "block"
  | "break"
  | "continue"
  | "define"
  | "else"
  | "end"
  | "if"
  | "range"
  | "nil"
  | "template"
  | "with"
  | "."
  | "error"
  | "bool"
  | "char"
  | "character constant"
  | "complex"
  | "assign"
  | "declare"
  | "EOF"
  | "field"
  | "identifier"
  | "left"
  | "left paren"
  | "number"
  | "pipe"
  | "raw string"
  | "right"
  | "right paren"
  | "space"
  | "string"
  | "text"
  | "variable";

/** A piece of a template. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it begins, in UTF-16 units from the start of the template. */
  readonly position: number;
  /** The line it begins on, from 1. */
  readonly line: number;
}

/**
 * Writes a token as Go's errors do.
 *
 * @param token The token.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const token = { kind: "end", text: "end", position: 0, line: 1 } as const;
 * assertEquals(describeToken(token), "<end>");
 * ```
 */
export function describeToken({ kind, text }: Token): string {
  if (kind === "EOF" || kind === "error") return text;
  if (kind === "." || KEYWORDS.has(kind)) return `<${text}>`;
  if (new TextEncoder().encode(text).length > 10) {
    return `${quote([...text].slice(0, 10).join(""))}...`;
  }
  return quote(text);
}
