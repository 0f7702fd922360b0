/**
 * Ways to call functions in tests and examples.
 *
 * @module
 */

import { compileTemplates, execute } from "../go/execute.ts";
import type { Run } from "../go/function.ts";
import { GoTemplateError } from "../go/template_error.ts";
import type { GoValue } from "../go/value.ts";
import { FUNCTIONS } from "./mod.ts";

/** A run without templates, in which work is not counted. */
export const FREE_RUN: Run = {
  include: () => "",
  tpl: () => "",
  lookup: () => ({}),
  step() {},
};

const PLACE = /^[^]*?>: (?:error calling \w+: )?/;

/**
 * Evaluates an expression of a template.
 *
 * @param expression The expression, without braces.
 * @param data The template's dot.
 * @returns What it writes, or what the error says after its place.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(evaluate('upper "a"'), "A");
 * assertEquals(evaluate("div 1 0"), "error: runtime error: integer divide by zero");
 * ```
 */
export function evaluate(expression: string, data: GoValue = {}): string {
  const sources = new Map([["t", `{{ ${expression} }}`]]);
  const set = compileTemplates(sources, FUNCTIONS);
  const done = set instanceof GoTemplateError
    ? set
    : execute(set, "t", { data });
  if (!(done instanceof GoTemplateError)) return done.text;
  return done.message.replace(PLACE, "error: ");
}
