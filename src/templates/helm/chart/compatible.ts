/**
 * Whether a version is one of those that a chart asks for.
 *
 * @module
 */

import { parseConstraint, parseVersion } from "../../../model/mod.ts";

/**
 * Whether a version fulfils a constraint, as Helm sees it: what cannot be read
 * fulfils nothing.
 *
 * @param constraint The constraint.
 * @param version The version.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isCompatible(">=1.30.0-0", "v1.36.0"));
 * assert(!isCompatible("", "1.0.0"));
 * ```
 */
export function isCompatible(constraint: string, version: string): boolean {
  const wanted = parseConstraint(constraint);
  const there = parseVersion(version);
  return wanted !== undefined && there !== undefined && wanted(there);
}
