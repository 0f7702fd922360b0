/**
 * Versions as Masterminds/semver reads them, which KCM and Helm use.
 *
 * @module
 */

/** A version; missing parts are 0. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** What follows the dash; `""` for a release. */
  readonly prerelease: string;
}

const VERSION =
  /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/**
 * Reads a version.
 *
 * @param text The text; a leading `v` and missing parts are tolerated.
 * @returns The version, or `undefined` where the text is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseVersion("v1.2")?.patch, 0);
 * assertEquals(parseVersion("latest"), undefined);
 * ```
 */
export function parseVersion(text: string): Version | undefined {
  const match = VERSION.exec(text);
  if (match === null) return undefined;
  const [, major, minor = "0", patch = "0", prerelease = ""] = match;
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    prerelease,
  };
}

/**
 * Compares two versions.
 *
 * @param a One.
 * @param b The other.
 * @returns Less than 0 where `a` comes first, more where `b` does, else 0.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const [older, newer] = [parseVersion("1.9.0"), parseVersion("1.10.0")];
 * assert(compareVersions(older!, newer!) < 0);
 * ```
 */
export function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch ||
    comparePrereleases(a.prerelease, b.prerelease);
}

/** A release comes after its prereleases. */
function comparePrereleases(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "") return 1;
  if (b === "") return -1;
  const left = a.split(".");
  const right = b.split(".");
  for (let index = 0; index < left.length && index < right.length; index++) {
    const order = comparePart(left[index] as string, right[index] as string);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Numbers come before words. */
function comparePart(a: string, b: string): number {
  const isNumber = /^\d+$/;
  if (isNumber.test(a) && isNumber.test(b)) return Number(a) - Number(b);
  if (isNumber.test(a)) return -1;
  if (isNumber.test(b)) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
