/**
 * From the text of a template to its syntax tree.
 *
 * Only the parser of Handlebars is used: its compiler builds code, its
 * runtime reads prototypes.
 *
 * @module
 */

import Handlebars from "handlebars";
import { TEMPLATE_RULES } from "../rules.ts";
import type { Program } from "./ast.ts";
import { type Layout, layOut } from "./layout.ts";
import type { Report } from "./report.ts";

/** A template that was parsed. */
export interface Template {
  readonly path: string;
  readonly program: Program;
  readonly layout: Layout;
}

/** Longer templates are refused, in UTF-16 code units. */
export const MAX_TEMPLATE_SIZE = 256 * 1024;

/** Deeper nesting of blocks or parentheses is refused before it is parsed. */
export const MAX_NESTING = 40;

/**
 * Parses a template.
 *
 * @param source The template's path and text.
 * @param report Takes what is wrong with it.
 * @returns The template; `undefined` where it cannot be parsed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { collectFindings } from "./report.ts";
 * const { report, findings } = collectFindings();
 * parseTemplate({ path: "a.hbs", text: "a: {{b" }, report);
 * assertEquals(findings[0]?.rule.id, "templates/syntax");
 * ```
 */
export function parseTemplate(
  source: { readonly path: string; readonly text: string },
  report: Report,
): Template | undefined {
  const text = source.text.replaceAll("\r\n", "\n");
  const start = { template: source.path, line: 1, column: 1 };
  const excess = findExcess(text);
  if (excess !== undefined) {
    report(TEMPLATE_RULES["templates/too-large"], start, excess);
    return undefined;
  }
  try {
    const program = Handlebars.parse(
      text.replace(CLOSING_INDENT, ""),
    ) as unknown as Program;
    return { path: source.path, program, layout: layOut(text) };
  } catch (error) {
    const { message, line, column } = describeSyntaxError(error);
    const location = { template: source.path, line, column };
    report(
      TEMPLATE_RULES["templates/syntax"],
      location,
      `Cannot parse the template: ${message}`,
    );
    return undefined;
  }
}

/** Of a closing tag; after an `{{else if}}` the parser would take it for text. */
const CLOSING_INDENT = /^[ \t]+(?=\{\{\/\w+\}\}[ \t]*$)/gm;

/** What is too much about a text, before a parser spends time on it. */
function findExcess(text: string): string | undefined {
  if (text.length > MAX_TEMPLATE_SIZE) {
    return `Cannot use the template: it is longer than ${MAX_TEMPLATE_SIZE} characters`;
  }
  let blocks = 0;
  let parens = 0;
  for (const [token] of text.matchAll(/\{\{~?[#^/]|[()]|\}\}/g)) {
    if (token === "(") parens++;
    else if (token === ")") parens--;
    else if (token === "}}") parens = 0;
    else blocks += token.endsWith("/") ? -1 : 1;
    if (blocks > MAX_NESTING || parens > MAX_NESTING) {
      return `Cannot use the template: it is nested deeper than ${MAX_NESTING} levels`;
    }
  }
  return undefined;
}

interface SyntaxProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** Handlebars throws errors of two makes, of which one has a position. */
function describeSyntaxError(error: unknown): SyntaxProblem {
  const text = error instanceof Error ? error.message : String(error);
  const { lineNumber, column } = error as {
    lineNumber?: number;
    column?: number;
  };
  if (lineNumber !== undefined) {
    const message = text.replace(/ - \d+:\d+$/, "");
    return { message, line: lineNumber, column: (column ?? 0) + 1 };
  }
  const [first = "", snippet = "", caret = "", expectation = ""] = text.split(
    "\n",
  );
  const line = Number(/line (\d+)/.exec(first)?.[1] ?? 1);
  const near = snippet.slice(Math.max(0, caret.length - 12), caret.length + 12);
  const got = /got '(\w+)'/.exec(expectation)?.[1];
  const message = got === undefined
    ? first
    : `unexpected ${got} near "${near}"`;
  return { message, line, column: 1 };
}
