/**
 * Versions as Masterminds/semver reads them, which KCM, Helm and Flux use.
 *
 * @module
 */

/** A version; missing parts are 0. */
export interface Version {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  /** What follows the dash; `""` for a release. */
  readonly prerelease: string;
  /** What follows the plus; it has no part in comparisons. */
  readonly metadata: string;
}

const IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const SUFFIX = `(?:-(${IDENTIFIERS}))?(?:\\+(${IDENTIFIERS}))?`;
const VERSION = new RegExp(
  `^v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?${SUFFIX}$`,
);
const STRICT =
  /^v?(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)(?:[-+]|$)/;

const MAX_LENGTH = 256;
const MAX_PART = 2n ** 64n - 1n;

/** Why a text is no version. */
export type VersionFault =
  | { readonly kind: "too-long" | "malformed" | "leading-zero" }
  | { readonly kind: "out-of-range"; readonly part: string };

/**
 * Reads a version.
 *
 * @param text The text; a leading `v` and missing parts are tolerated.
 * @returns The version, or `undefined` where the text is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseVersion("v1.2")?.patch, 0n);
 * assertEquals(parseVersion("latest"), undefined);
 * ```
 */
export function parseVersion(text: string): Version | undefined {
  const read = readVersion(text);
  return "kind" in read ? undefined : read;
}

/**
 * Reads a version, or says why the text is none.
 *
 * @param text The text; a leading `v` and missing parts are tolerated.
 * @returns The version, or the first fault that Masterminds finds.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readVersion("1.2.3-01"), { kind: "leading-zero" });
 * ```
 */
export function readVersion(text: string): Version | VersionFault {
  if (text.length > MAX_LENGTH) return { kind: "too-long" };
  const match = VERSION.exec(text);
  if (match === null) return { kind: "malformed" };
  const [, major, minor, patch, prerelease = "", metadata = ""] = match;
  for (const part of [major, minor, patch]) {
    if (part !== undefined && BigInt(part) > MAX_PART) {
      return { kind: "out-of-range", part };
    }
  }
  if (prerelease.split(".").some(hasLeadingZero)) {
    return { kind: "leading-zero" };
  }
  return {
    major: BigInt(major ?? 0),
    minor: BigInt(minor ?? 0),
    patch: BigInt(patch ?? 0),
    prerelease,
    metadata,
  };
}

/**
 * Reads a version of a chart as Flux does: all three parts have to be there.
 *
 * @param text The text; a leading `v` is tolerated.
 * @returns The version, or `undefined` where the text is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseChartVersion("v1.2.3")?.minor, 2n);
 * assertEquals(parseChartVersion("1.2"), undefined);
 * ```
 */
export function parseChartVersion(text: string): Version | undefined {
  return STRICT.test(text) ? parseVersion(text) : undefined;
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
  return compare(a.major, b.major) || compare(a.minor, b.minor) ||
    compare(a.patch, b.patch) ||
    comparePrereleases(a.prerelease, b.prerelease);
}

/**
 * Compares what follows the dash of two versions.
 *
 * @param a One; `""` for a release.
 * @param b The other.
 * @returns Less than 0 where `a` comes first, more where `b` does, else 0; a
 * release comes after its prereleases.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(comparePrereleases("rc.2", "rc.10") < 0);
 * assert(comparePrereleases("rc.1", "") < 0);
 * ```
 */
export function comparePrereleases(a: string, b: string): number {
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

/** Numbers come before words; a number beyond 64 bits is a word. */
function comparePart(a: string, b: string): number {
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== undefined && right !== undefined) return compare(left, right);
  if (left !== undefined) return -1;
  if (right !== undefined) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function numberOf(part: string): bigint | undefined {
  if (!/^[0-9]+$/.test(part)) return undefined;
  const value = BigInt(part);
  return value > MAX_PART ? undefined : value;
}

function hasLeadingZero(part: string): boolean {
  return /^0[0-9]+$/.test(part);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
