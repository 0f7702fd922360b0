/**
 * What an API server would have against an object.
 *
 * @module
 */

import type { FieldPath } from "../../model/mod.ts";
import type { CRD_RULES } from "./rules.ts";

/** A problem of one field. */
export interface Problem {
  readonly rule: keyof typeof CRD_RULES;
  readonly path: FieldPath;
  /** Whether the field's key is to blame, not its value. */
  readonly key?: boolean;
  /** What is wrong with the field: `expected a string, found a list`. */
  readonly detail: string;
  readonly remedy?: string;
}

/** A rule of a CRD that could not be evaluated. */
export interface UncheckedRule {
  readonly rule: string;
  readonly reason: string;
}

/** What came of checking an object. */
export interface Verdict {
  readonly problems: readonly Problem[];
  readonly unchecked: readonly UncheckedRule[];
}
