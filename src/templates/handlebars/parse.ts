/**
 * From the text of a template to its syntax tree.
 *
 * Only the parser of Handlebars is used: its compiler builds code, its
 * runtime reads prototypes.
 *
 * @module
 */

import Handlebars from "handlebars";
import { byText } from "../by_text.ts";
import { TEMPLATE_RULES } from "../rules.ts";
import type { Program } from "./ast.ts";
import { findExcess } from "./excess.ts";
import { type Layout, layOut } from "./layout.ts";
import type { Report } from "./report.ts";

/** A template that was parsed. */
export interface Template {
  readonly path: string;
  readonly program: Program;
  readonly layout: Layout;
}

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
  const parsed = parseText(source.text);
  if (!("rule" in parsed)) return { path: source.path, ...parsed };
  const { rule, line, column, message } = parsed;
  const location = { template: source.path, line, column };
  report(TEMPLATE_RULES[rule], location, message);
  return undefined;
}

interface Refusal {
  readonly rule: "templates/syntax" | "templates/too-large";
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What was parsed depends on nothing but the text, so it is kept for it. */
const parseText = byText(parseAnew, 1000);

function parseAnew(source: string): Omit<Template, "path"> | Refusal {
  const text = `${source.replaceAll("\r\n", "\n").replace(/\n$/, "")}\n`;
  const excess = findExcess(text);
  if (excess !== undefined) {
    const message = `Cannot use the template: ${excess}`;
    return { rule: "templates/too-large", line: 1, column: 1, message };
  }
  try {
    const program = Handlebars.parse(
      text.replace(CLOSING_INDENT, ""),
    ) as unknown as Program;
    return { program, layout: layOut(text) };
  } catch (error) {
    const { reason, line, column } = describeSyntaxError(error);
    const message = `Cannot parse the template: ${reason}`;
    return { rule: "templates/syntax", line, column, message };
  }
}

/** Of a closing tag; after an `{{else if}}` the parser would take it for text. */
const CLOSING_INDENT = /^[ \t]+(?=\{\{\/\w+\}\}[ \t]*$)/gm;

interface SyntaxProblem {
  readonly reason: string;
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
  if (lineNumber === undefined) return describeUnexpected(text);
  const reason = text.replace(/ - \d+:\d+$/, "");
  return { reason, line: lineNumber, column: (column ?? 0) + 1 };
}

/** The message has the line, a snippet with a caret below, and what came. */
function describeUnexpected(text: string): SyntaxProblem {
  const [first = "", snippet = "", caret = "", expected = ""] = text.split(
    "\n",
  );
  const line = Number(/line (\d+)/.exec(first)?.[1] ?? 1);
  const got = /got '(\w+)'/.exec(expected)?.[1];
  if (got === undefined) return { reason: first, line, column: 1 };
  if (got === "EOF") return { reason: "unexpected end", line, column: 1 };
  const here = snippet.slice(caret.length - 1).trim();
  return { reason: `unexpected text at "${here}"`, line, column: 1 };
}
