/**
 * Why a chart cannot be read or rendered.
 *
 * @module
 */

import type { FieldPath, FindingRule } from "../../../model/mod.ts";

/** Where in a chart the fault lies. */
export interface ChartPlace {
  /** The file's path as Helm names it: the chart's name, then its path. */
  readonly template: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** What is wrong with a chart, or with what it is rendered for. */
export interface ChartProblem extends ChartPlace {
  readonly rule: FindingRule;
  readonly message: string;
  /** The chart value it is about, as people write its path. */
  readonly path?: string;
  /** The same path. */
  readonly field?: FieldPath;
}

/**
 * Thrown within this directory for problems, and caught at its doors.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { HELM_RULES } from "../rules.ts";
 * const error = chartError(HELM_RULES["helm/chart"], "own/Chart.yaml", "Cannot read it");
 * assertEquals(error.problems.map(({ line }) => line), [1]);
 * ```
 */
export class ChartError extends Error {
  override name = "ChartError";
  readonly problems: readonly ChartProblem[];

  /**
   * @param problems What is wrong; at least one problem.
   */
  constructor(problems: readonly ChartProblem[]) {
    super(problems[0]?.message);
    this.problems = problems;
  }
}

/**
 * The error of one problem with a file as a whole.
 *
 * @param rule What kind of problem it is.
 * @param template The file.
 * @param message What is wrong, by the error-message grammar.
 * @returns The error.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { HELM_RULES } from "../rules.ts";
 * const error = chartError(HELM_RULES["helm/chart"], "own/Chart.yaml", "Cannot read it");
 * assertEquals(error.message, "Cannot read it");
 * ```
 */
export function chartError(
  rule: FindingRule,
  template: string,
  message: string,
): ChartError {
  return new ChartError([{ rule, message, template, line: 1, column: 1 }]);
}

/**
 * Runs what may throw {@linkcode ChartError}.
 *
 * @param run What to run.
 * @returns Its result, or the problems.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(catchProblems(() => 1), { result: 1, problems: [] });
 * ```
 */
export function catchProblems<Result>(
  run: () => Result,
): { readonly result?: Result; readonly problems: readonly ChartProblem[] } {
  try {
    return { result: run(), problems: [] };
  } catch (error) {
    if (!(error instanceof ChartError)) throw error;
    return { problems: error.problems };
  }
}
