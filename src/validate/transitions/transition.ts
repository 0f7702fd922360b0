/**
 * What checks on changes look at, and how they report.
 *
 * @module
 */

import type { Inventory } from "../../k0rdent/mod.ts";
import {
  type Definition,
  type FieldPath,
  type Finding,
  type FindingDetails,
  identityOf,
  makeFinding,
  type Place,
  type RelatedPlace,
} from "../../model/mod.ts";
import type { ValidateInput } from "../input.ts";
import { TRANSITION_RULES } from "./rules.ts";

/** A change of a dry source. */
export interface Transition {
  readonly before: Inventory;
  readonly after: ValidateInput;
  /** Gives a place of the dry source before the change its position. */
  readonly fixed: (place: Place) => Place;
}

/** A check on a change. */
export type TransitionCheck = (change: Transition) => Iterable<Finding>;

type Subject = Pick<Definition, "manifest" | "origin">;

/** Where and what a finding is about. */
export interface TransitionReport extends FindingDetails {
  readonly subject: Subject;
  readonly field: FieldPath;
  readonly message: string;
  /** Whether the field's key is to blame, not its value. */
  readonly key?: boolean;
  /** What stood there before. */
  readonly old?: RelatedPlace;
}

/**
 * Makes a finding about a field as it is after a change. Where no k0rdent
 * object is applied nobody refuses the change, and an error becomes a warning.
 *
 * @param change The change.
 * @param rule The rule that it breaks.
 * @param report The object, its field, and what is wrong.
 * @returns The finding, with the old place fixed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { transitionOf } from "../../../tests/transition_cases.ts";
 * const subject = {
 *   manifest: { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * const report = { subject, field: ["spec"], message: "Cannot change it" };
 * const finding = reportTransition(transitionOf("", ""), "transition/data-source", report);
 * assertEquals(finding.severity, "error");
 * ```
 */
export function reportTransition(
  { after, fixed }: Transition,
  rule: keyof typeof TRANSITION_RULES,
  report: TransitionReport,
): Finding {
  const { subject, field, message, key, old, ...details } = report;
  const { severity } = TRANSITION_RULES[rule];
  const isEnforced = after.config.applyLevel === "k0rdent";
  return makeFinding(TRANSITION_RULES[rule], message, {
    severity: severity === "error" && !isEnforced ? "warning" : severity,
    object: identityOf(subject.manifest),
    place: { origin: subject.origin, field, ...(key ? { key } : {}) },
    ...(old === undefined
      ? {}
      : { related: [{ place: fixed(old.place), message: old.message }] }),
    ...details,
  });
}

/**
 * A field of an object as it was before a change.
 *
 * @param object The object before the change.
 * @param field The field.
 * @returns The place, and what to call it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const origin = { file: "a.yaml", document: 0, line: 1 };
 * assertEquals(wasHere({ origin }, ["spec"]).message, "What it was before");
 * ```
 */
export function wasHere(
  { origin }: Pick<Definition, "origin">,
  field: FieldPath,
): RelatedPlace {
  return { place: { origin, field }, message: "What it was before" };
}
