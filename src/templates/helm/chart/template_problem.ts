/**
 * What an error of a template means to the people who give it values.
 *
 * @module
 */

import type { FindingRule } from "../../../model/mod.ts";
import { chartMessageOf, refusalIn } from "../functions/mod.ts";
import { SET_NAME } from "../go/execution.ts";
import { GoTemplateError } from "../go/mod.ts";
import { HELM_RULES } from "../rules.ts";
import type { ChartProblem } from "./chart_error.ts";

/**
 * Describes an error of a template, at the innermost file that it names.
 *
 * @param error The error.
 * @param template The template that was compiled or executed.
 * @returns The problem.
 *
 * @example
 * ```ts
 * import { assert, assertEquals } from "@std/assert";
 * import { compileTemplates, GoTemplateError } from "../go/mod.ts";
 * const error = compileTemplates(new Map([["a.yaml", "{{ nope }}"]]), new Map());
 * assert(error instanceof GoTemplateError);
 * assertEquals(
 *   templateProblem(error, "a.yaml").message,
 *   'Cannot parse the template: function "nope" not defined',
 * );
 * ```
 */
export function templateProblem(
  error: GoTemplateError,
  template: string,
): ChartProblem {
  const chain = chainOf(error);
  const inner = chain.at(-1) ?? error;
  const place = chain.findLast(isInFile);
  const rule = ruleOf(error, inner);
  return {
    rule,
    message: refusalIn(error)?.message ?? messageOf(error, inner),
    template: place?.template ?? template,
    line: place?.line ?? 1,
    column: (place?.column ?? 0) + 1,
  };
}

function messageOf(error: GoTemplateError, inner: GoTemplateError): string {
  const doing = error.code === "syntax" ? "parse" : "execute";
  const told = chartMessageOf(error.message);
  return `Cannot ${doing} the template: ${told ?? inner.detail}`;
}

function ruleOf(error: GoTemplateError, inner: GoTemplateError): FindingRule {
  if (refusalIn(error) !== undefined) {
    return HELM_RULES["helm/refused-function"];
  }
  if (error.code === "limit" || inner.code === "limit") {
    return HELM_RULES["helm/limit"];
  }
  return HELM_RULES[error.code === "syntax" ? "helm/syntax" : "helm/failed"];
}

/** Errors of included templates are the causes of those that include them. */
function chainOf(error: GoTemplateError): GoTemplateError[] {
  const chain = [error];
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof GoTemplateError) chain.push(cause);
  }
  return chain;
}

/** Texts that are given to `tpl` have lines too, but nobody can open them. */
function isInFile({ template, line }: GoTemplateError): boolean {
  return line > 0 && template !== SET_NAME;
}
