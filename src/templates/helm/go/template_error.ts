/**
 * Why a template could not be parsed or executed.
 *
 * @module
 */

import { describeNode } from "./describe_node.ts";
import type { Node } from "./node.ts";
import { quote } from "./quote.ts";

/** What went wrong: in the template, in its execution, or a limit reached. */
export type GoTemplateErrorCode = "syntax" | "execution" | "limit";

/** Where and why, in parts. */
export interface GoTemplateErrorParts {
  readonly code: GoTemplateErrorCode;
  readonly template: string;
  /** From 1; 0 where the error has no place. */
  readonly line: number;
  /** As Go counts: bytes before it on its line; absent in syntax errors. */
  readonly column?: number;
  /** What is wrong, without the place. */
  readonly detail: string;
}

/**
 * An error of a template. The message is Go's own text, place included.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const error = syntaxError("a.yaml", 3, "unexpected EOF");
 * assertEquals(error.message, "template: a.yaml:3: unexpected EOF");
 * assertEquals(error.line, 3);
 * ```
 */
export class GoTemplateError extends Error {
  override name = "GoTemplateError";
  readonly code: GoTemplateErrorCode;
  readonly template: string;
  readonly line: number;
  readonly column: number | undefined;
  readonly detail: string;

  /**
   * Makes an error.
   *
   * @param message Go's text.
   * @param parts What it says, in parts.
   * @param cause The error that it passes on.
   */
  constructor(message: string, parts: GoTemplateErrorParts, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.code = parts.code;
    this.template = parts.template;
    this.line = parts.line;
    this.column = parts.column;
    this.detail = parts.detail;
  }
}

/**
 * The error of a template that cannot be parsed.
 *
 * @param template The template's name.
 * @param line The line, from 1.
 * @param detail What is wrong.
 * @returns The error.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(syntaxError("t", 1, "unexpected EOF").code, "syntax");
 * ```
 */
export function syntaxError(
  template: string,
  line: number,
  detail: string,
): GoTemplateError {
  const message = `template: ${template}:${line}: ${detail}`;
  return new GoTemplateError(message, {
    code: "syntax",
    template,
    line,
    detail,
  });
}

/** An error met while a template was executed. */
export interface Incident {
  /** The template that was being executed. */
  readonly executing: string;
  /** What was being evaluated, unless nothing was yet. */
  readonly node: Node | undefined;
  readonly detail: string;
  readonly code: GoTemplateErrorCode;
  readonly cause?: unknown;
}

/**
 * The error of a template that cannot be executed.
 *
 * @param incident What happened.
 * @returns The error.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const source = { name: "a.yaml", text: "\n  {{ .b }}" };
 * const error = executionError({
 *   executing: "a.yaml",
 *   node: { kind: "field", names: ["b"], source, position: 6 },
 *   detail: "no such thing",
 *   code: "execution",
 * });
 * assertEquals(
 *   error.message,
 *   'template: a.yaml:2:5: executing "a.yaml" at <.b>: no such thing',
 * );
 * ```
 */
export function executionError(incident: Incident): GoTemplateError {
  const { executing, node, detail, code, cause } = incident;
  if (node === undefined) {
    const parts = { code, template: executing, line: 0, detail };
    const message = `template: ${executing}: ${detail}`;
    return new GoTemplateError(message, parts, cause);
  }
  const { name: template, text } = node.source;
  const { line, column } = placeOf(text, node.position);
  const at = `executing ${quote(executing)} at <${describeNode(node)}>`;
  const message = `template: ${template}:${line}:${column}: ${at}: ${detail}`;
  const parts = { code, template, line, column, detail };
  return new GoTemplateError(message, parts, cause);
}

function placeOf(text: string, position: number) {
  const before = text.slice(0, position);
  const start = before.lastIndexOf("\n") + 1;
  const line = before.split("\n").length;
  const column = new TextEncoder().encode(before.slice(start)).length;
  return { line, column };
}
