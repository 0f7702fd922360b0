/**
 * Why a package or a shape could not be rendered.
 *
 * @module
 */

import type { FieldPath, FindingRule } from "../model/mod.ts";
import type { Evaluation } from "./handlebars/mod.ts";

/** One reason why a package or a shape could not be rendered. */
export interface TemplateProblem {
  /** The file that refused: a template, or the schema of the values. */
  readonly template: string;
  /** Where in that file, from 1. */
  readonly line: number;
  readonly column: number;
  /** The path that has no value or a wrong one, as people write it. */
  readonly path?: string;
  /** The same path within the chart values, where it is one of them. */
  readonly field?: FieldPath;
  readonly message: string;
  /** What kind of problem it is, where that is known. */
  readonly rule?: FindingRule;
  /** The Helm chart and its version. */
  readonly chart?: string;
}

/**
 * The problem of a template that could not be evaluated.
 *
 * @param template The template's path.
 * @param failure What its evaluation says.
 * @returns The problem, at the template's beginning where the evaluation knows
 * no place.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const failure = { kind: "failed", message: "Cannot go on" } as const;
 * assertEquals(
 *   problemOf("a.hbs", failure),
 *   { template: "a.hbs", line: 1, column: 1, message: "Cannot go on" },
 * );
 * ```
 */
export function problemOf(
  template: string,
  failure: Extract<Evaluation, { kind: "failed" }>,
): TemplateProblem {
  const { message, location, path, steps: [root, ...field] = [] } = failure;
  return {
    ...(location ?? { template, line: 1, column: 1 }),
    ...(path === undefined ? {} : { path }),
    ...(root === "values" && field.length > 0 ? { field } : {}),
    message,
  };
}
