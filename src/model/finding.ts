/**
 * What k0render found wrong or noteworthy in the dry source.
 *
 * @module
 */

import type { Identity } from "./manifest.ts";
import type { Place } from "./origin.ts";

/**
 * How much a finding weighs. An `error` keeps the unit it concerns from being
 * rendered; a `warning` and a `notice` do not.
 */
export type Severity = "error" | "warning" | "notice";

/** A kind of finding. Each has a section of its own in docs/findings.md. */
export interface FindingRule {
  /** Stable name, `room/what-is-wrong`. */
  readonly id: string;
  readonly severity: Severity;
  /** What is wrong, in general, in one sentence. */
  readonly summary: string;
  /** How to put it right, in general. */
  readonly remedy: string;
}

/** One problem, at one place. */
export interface Finding {
  readonly rule: FindingRule;
  readonly severity: Severity;
  /** What is wrong here: `Cannot resolve Credential "aws": no such object in namespace "prod"`. */
  readonly message: string;
  /** What would be right, or how to get there. */
  readonly remedy: string;
  /** Where; left out only where no document is to blame. */
  readonly place?: Place;
  /** The object that the finding is about. */
  readonly object?: Identity;
  /** Other places that have a part in it, as the first of two duplicates. */
  readonly related?: readonly RelatedPlace[];
}

/** Another place that has a part in a finding. */
export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
}

/** What is particular to one finding. */
export interface FindingDetails {
  readonly place?: Place;
  readonly object?: Identity;
  readonly related?: readonly RelatedPlace[];
  /** A remedy that is more to the point than the rule's own. */
  readonly remedy?: string;
  /** A severity that differs from the rule's own. */
  readonly severity?: Severity;
}

/**
 * Makes a finding.
 *
 * @param rule What kind of problem it is.
 * @param message What is wrong here, by the error-message grammar.
 * @param details Where, about which object, and what else is particular.
 * @returns The finding.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const rule = {
 *   id: "demo/odd",
 *   severity: "warning",
 *   summary: "A number is odd.",
 *   remedy: "Use an even one.",
 * } as const;
 * assertEquals(makeFinding(rule, "Cannot use 3: it is odd").severity, "warning");
 * ```
 */
export function makeFinding(
  rule: FindingRule,
  message: string,
  details: FindingDetails = {},
): Finding {
  return {
    rule,
    severity: rule.severity,
    message,
    remedy: rule.remedy,
    ...details,
  };
}

/**
 * Whether any of the findings is an error.
 *
 * @param findings The findings.
 * @returns Whether one of them is an error.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(!hasErrors([]));
 * ```
 */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}

/**
 * Declares the rules of a room, so that each is named once.
 *
 * @param rules The rules by their ids, without the ids.
 * @returns The same rules with their ids in them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const RULES = defineRules({
 *   "demo/odd": { severity: "error", summary: "A number is odd.", remedy: "Add 1." },
 * });
 * assertEquals(RULES["demo/odd"].id, "demo/odd");
 * ```
 */
export function defineRules<Id extends string>(
  rules: Readonly<Record<Id, Omit<FindingRule, "id">>>,
): Readonly<Record<Id, FindingRule>> {
  const entries = Object.entries<Omit<FindingRule, "id">>(rules)
    .map(([id, rule]) => [id, { id, ...rule }] as const);
  return Object.fromEntries(entries) as Record<Id, FindingRule>;
}
