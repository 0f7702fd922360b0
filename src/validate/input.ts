/**
 * What checks look at, and how they report.
 *
 * @module
 */

import type { Inventory } from "../k0rdent/mod.ts";
import {
  type Definition,
  type FieldPath,
  type Finding,
  type FindingDetails,
  identityOf,
  makeFinding,
} from "../model/mod.ts";
import type { RenderConfig } from "../source/mod.ts";
import type { PinnedCharts, TemplateLibrary } from "../templates/mod.ts";
import { VALIDATE_RULES } from "./rules.ts";

/** What checks look at. */
export interface ValidateInput {
  readonly inventory: Inventory;
  readonly config: RenderConfig;
  readonly library: TemplateLibrary;
  /** The charts that are locked; left out where none are. */
  readonly charts?: PinnedCharts;
}

/** A check on all definitions of a dry source. */
export type Check = (input: ValidateInput) => Iterable<Finding>;

/** The rules of this room by id. */
export type ValidateRule = keyof typeof VALIDATE_RULES;

/** Where and what a finding is about. */
export interface Report extends FindingDetails {
  readonly field: FieldPath;
  readonly message: string;
  /** Whether the field's key is to blame, not its value. */
  readonly key?: boolean;
}

/**
 * Makes a finding about a field of an object.
 *
 * @param subject The object.
 * @param rule The rule that it breaks.
 * @param report The field, the message, and what else is particular.
 * @returns The finding.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const subject = {
 *   manifest: { apiVersion: "v1", kind: "Secret", metadata: { name: "a", namespace: "b" } },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * const finding = report(subject, "validate/clear-text-secret", {
 *   field: ["data"],
 *   message: "Cannot take Secret b/a: its data is clear text",
 * });
 * assertEquals(finding.object?.name, "a");
 * ```
 */
export function report(
  subject: Pick<Definition, "manifest" | "origin">,
  rule: ValidateRule,
  report: Report,
): Finding {
  const { field, message, key, ...details } = report;
  return makeFinding(VALIDATE_RULES[rule], message, {
    object: identityOf(subject.manifest),
    place: { origin: subject.origin, field, ...(key ? { key } : {}) },
    ...details,
  });
}
