/**
 * Version constraints in templates, with Masterminds' words for their faults.
 *
 * @module
 */

import {
  type Constraint,
  type ConstraintFault,
  readConstraint,
} from "../../../../model/mod.ts";
import { GoFailure } from "../../go/failure.ts";
import { quote } from "../../go/quote.ts";

/**
 * Reads a constraint.
 *
 * @param text Comparisons joined by commas or spaces; alternatives by `||`.
 * @returns The constraint.
 * @throws {GoFailure} Where the text is none.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { parseVersion } from "./version.ts";
 * const accepts = parseConstraint(">=1.19-0 <2 || ^3.1");
 * assert(accepts(parseVersion("1.30.0-gke.1")));
 * ```
 */
export function parseConstraint(text: string): Constraint {
  const read = readConstraint(text);
  if (typeof read === "function") return read;
  throw new GoFailure(faultText(read));
}

function faultText(fault: ConstraintFault): string {
  switch (fault.kind) {
    case "too-long":
      return "constraint string is too long (max 512 bytes)";
    case "too-many":
      return "too many constraint groups (max 32)";
    case "improper":
      return `improper constraint: ${quote(fault.text)}`;
    case "bad-bound":
      return "constraint parser error";
  }
}
