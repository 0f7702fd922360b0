/**
 * The order of versions, for the few behaviours that depend on KCM's.
 *
 * @module
 */

/**
 * Whether a version is another one or a later one. Prereleases count as the
 * release that they lead to.
 *
 * @param version A version such as `1.12.0` or `v1.12.0-rc2`.
 * @param least The version to compare with, such as `1.11.4`.
 * @returns Whether it is at least that.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isVersionAtLeast("1.12.0", "1.11.4"));
 * assert(!isVersionAtLeast("1.9.0", "1.11.4"));
 * ```
 */
export function isVersionAtLeast(version: string, least: string): boolean {
  const [ours, theirs] = [numbersOf(version), numbersOf(least)];
  for (const [index, number] of theirs.entries()) {
    const other = ours[index] ?? 0;
    if (other !== number) return other > number;
  }
  return true;
}

function numbersOf(version: string): number[] {
  return version.replace(/^v/, "").replace(/[-+].*$/, "").split(".").map(
    Number,
  );
}
