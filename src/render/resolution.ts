/**
 * What became of looking something up.
 *
 * @module
 */

import {
  type Finding,
  type FindingDetails,
  type FindingRule,
  makeFinding,
  type Place,
} from "../model/mod.ts";

/** Why something could not be looked up. */
export interface Problem {
  readonly rule: FindingRule;
  readonly message: string;
  /** Where the fault lies; left out where it lies with who asked. */
  readonly place?: Place;
}

/** What was looked up, or why it could not be. */
export type Resolution<Result> =
  | { readonly kind: "resolved"; readonly result: Result }
  | { readonly kind: "problem"; readonly problem: Problem };

/**
 * What was looked up.
 *
 * @param result What was found.
 * @returns The resolution.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(resolved(1).kind, "resolved");
 * ```
 */
export function resolved<Result>(result: Result): Resolution<Result> {
  return { kind: "resolved", result };
}

/**
 * Why something could not be looked up.
 *
 * @param rule What kind of problem it is.
 * @param message What is wrong, by the error-message grammar.
 * @param place Where the fault lies; left out where it lies with who asked.
 * @returns The resolution.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { RENDER_RULES } from "./rules.ts";
 * const rule = RENDER_RULES["render/missing-reference"];
 * assertEquals(unresolved(rule, "Cannot find it").kind, "problem");
 * ```
 */
export function unresolved(
  rule: FindingRule,
  message: string,
  place?: Place,
): Resolution<never> {
  const problem = place === undefined
    ? { rule, message }
    : { rule, message, place };
  return { kind: "problem", problem };
}

/**
 * Makes the finding of a problem, for the one who asked.
 *
 * @param problem The problem.
 * @param details Who asked, and where.
 * @returns A finding at the fault, related to where it was asked.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { RENDER_RULES } from "./rules.ts";
 * const rule = RENDER_RULES["render/missing-reference"];
 * const place = { origin: { file: "a.yaml", document: 0, line: 1 } };
 * const finding = problemFinding({ rule, message: "Cannot find it" }, { place });
 * assertEquals(finding.place, place);
 * ```
 */
export function problemFinding(
  problem: Problem,
  details: FindingDetails & { readonly place: Place },
): Finding {
  const { rule, message, place } = problem;
  if (place === undefined) return makeFinding(rule, message, details);
  return makeFinding(rule, message, {
    ...details,
    place,
    related: [{ place: details.place, message: "It is asked for here" }],
  });
}
