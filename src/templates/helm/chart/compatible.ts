/**
 * Whether a version is one of those that a chart asks for.
 *
 * @module
 */

/** placeholder until functions/ has its semver */
export function isCompatible(constraint: string, version: string): boolean {
  return constraint !== "" && version !== "";
}
