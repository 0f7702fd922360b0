/**
 * What is wrong with one definition, as it is found out bit by bit.
 *
 * @module
 */

import {
  type FieldPath,
  type Finding,
  formatIdentity,
  identityOf,
  makeFinding,
  type Manifest,
  type Origin,
  type Severity,
} from "../model/mod.ts";
import { problemFinding, type Resolution } from "./resolution.ts";
import { RENDER_RULES } from "./rules.ts";

/** Collects what is wrong with a definition. */
export interface Blame {
  /** What was found so far. */
  readonly findings: Finding[];
  /**
   * Adds a finding.
   *
   * @param rule What kind of problem it is.
   * @param field Where in the definition.
   * @param message What is wrong.
   */
  report(rule: RenderRule, field: FieldPath, message: string): void;
  /**
   * Takes what was looked up, or adds why it could not be.
   *
   * @param resolution What became of looking it up.
   * @param field What in the definition asks for it.
   * @returns What was looked up.
   */
  take<Result>(
    resolution: Resolution<Result>,
    field: FieldPath,
  ): Result | undefined;
}

/** A kind of finding, and a severity other than its own. */
export type RenderRule =
  | keyof typeof RENDER_RULES
  | readonly [keyof typeof RENDER_RULES, Severity];

/**
 * Begins to collect what is wrong with a definition.
 *
 * @param definition The definition.
 * @returns The collection, empty yet.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const blame = blameOn({
 *   manifest: { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * });
 * blame.report("render/no-package", ["spec"], "Cannot expand it");
 * assertEquals(blame.findings[0]?.object?.name, "a");
 * ```
 */
export function blameOn(
  definition: { readonly manifest: Manifest; readonly origin: Origin },
): Blame {
  const { origin } = definition;
  const object = identityOf(definition.manifest);
  const findings: Finding[] = [];
  return {
    findings,
    report(rule, field, message) {
      const [id, severity] = typeof rule === "string" ? [rule] : rule;
      findings.push(makeFinding(RENDER_RULES[id], message, {
        object,
        place: { origin, field },
        ...(severity === undefined ? {} : { severity }),
      }));
    },
    take(resolution, field) {
      if (resolution.kind === "resolved") return resolution.result;
      const { message } = resolution.problem;
      const problem = {
        ...resolution.problem,
        message: `Cannot render ${formatIdentity(object)}: ${message}`,
      };
      findings.push(
        problemFinding(problem, { object, place: { origin, field } }),
      );
      return undefined;
    },
  };
}
