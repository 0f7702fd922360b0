/**
 * What came of a dry source in short, for comparison with what should have.
 *
 * @module
 */

import { firstObject } from "./examples.ts";
import { validateAgainstCrd } from "./crds.ts";
import type { Mode } from "./modes.ts";
import { objectsOfUnits, type PipelineResult } from "./pipeline.ts";
import { safetyProblems } from "./safety.ts";

/** What came of a dry source. */
export interface Outcome {
  /** The ids of the errors, sorted. */
  readonly errors: readonly string[];
  /** Whether there is a cluster that was rendered. */
  readonly rendered: boolean;
  /** What the CRDs say of the rendered objects, and what is not safe. */
  readonly problems: readonly string[];
}

/**
 * Sums a result up. Every object is held against its CRD: what Flux applies,
 * what is for review, and the Flux entry point.
 *
 * @param result What came of a dry source.
 * @param mode How it was rendered.
 * @returns The same in short.
 */
export function outcomeOf(
  { findings, units, files }: PipelineResult,
  mode: Mode,
): Outcome {
  const errors = findings
    .filter(({ finding }) => finding.severity === "error")
    .map(({ finding }) => finding.rule.id);
  const entryPoint = [...files]
    .filter(([path]) => /^flux\/kustomization\.kustomize\./.test(path))
    .map(([, text]) => firstObject(text));
  return {
    errors: [...new Set(errors)].sort(),
    rendered: units.some(({ id, kind }) =>
      id.kind === "cluster" && kind === "rendered"
    ),
    problems: [
      ...[...objectsOfUnits(units), ...entryPoint]
        .flatMap(validateAgainstCrd),
      ...safetyProblems(units, mode),
    ],
  };
}
