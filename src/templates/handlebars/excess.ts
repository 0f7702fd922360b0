/**
 * What is too much about a template, found before a parser spends time on it.
 *
 * @module
 */

/** Longer templates are refused, in UTF-16 code units. */
const MAX_SIZE = 256 * 1024;

/** Longer lines are refused: each tag is looked at together with its line. */
const MAX_LINE = 10_000;

/**
 * Deeper nesting of blocks or parentheses is refused: the parser's time grows
 * with the square of the depth.
 */
const MAX_NESTING = 40;

/**
 * Tells what is too much about a template.
 *
 * @param text The template.
 * @returns What is too much, `undefined` for nothing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(findExcess("a: {{b}}"), undefined);
 * assertEquals(findExcess("{{#if a}}".repeat(99)), "it is nested deeper than 40 levels");
 * ```
 */
export function findExcess(text: string): string | undefined {
  if (text.length > MAX_SIZE) return `it is longer than ${MAX_SIZE} characters`;
  if (text.split("\n").some((line) => line.length > MAX_LINE)) {
    return `a line is longer than ${MAX_LINE} characters`;
  }
  return hasDeepBlocks(text) || hasDeepParentheses(text)
    ? `it is nested deeper than ${MAX_NESTING} levels`
    : undefined;
}

/** Each `else` nests what follows it until its block is closed. */
function hasDeepBlocks(text: string): boolean {
  const blocks: number[] = [];
  let depth = 0;
  for (const [, kind] of text.matchAll(/\{\{~?\s*([#^/]|else\b)/g)) {
    if (kind === "/") {
      depth -= blocks.pop() ?? 0;
    } else if (kind === "#") {
      depth++;
      blocks.push(1);
    } else {
      depth++;
      blocks.push((blocks.pop() ?? 0) + 1);
    }
    if (depth > MAX_NESTING) return true;
  }
  return false;
}

/** What matters within a tag; a parenthesis in a text or in brackets does not. */
const TOKEN = /"(?:\\"|[^"])*"|'(?:\\'|[^'])*'|\[(?:\\\]|[^\]])*\]|[()]|\}\}/g;

function hasDeepParentheses(text: string): boolean {
  let start = text.indexOf("{{");
  while (start >= 0) {
    const end = skipTag(text, start);
    if (end === undefined) return true;
    start = text.indexOf("{{", end);
  }
  return false;
}

/** Where a tag ends; `undefined` where its parentheses are too deep. */
function skipTag(text: string, start: number): number | undefined {
  if (isEscaped(text, start)) return start + 2;
  if (text.startsWith("{{!", start)) {
    const close = text.startsWith("{{!--", start) ? "--}}" : "}}";
    return (text.indexOf(close, start) + 1 || text.length) + 1;
  }
  TOKEN.lastIndex = start;
  let depth = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    if (token[0] === "}}") return TOKEN.lastIndex;
    if (token[0] === "(") depth++;
    else if (token[0] === ")") depth--;
    if (depth > MAX_NESTING) return undefined;
  }
  return text.length;
}

/** A single backslash before the braces makes them text. */
function isEscaped(text: string, index: number): boolean {
  return text[index - 1] === "\\" && text[index - 2] !== "\\";
}
