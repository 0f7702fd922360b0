/**
 * Versions as Masterminds/semver reads and compares them.
 *
 * @module
 */

import { GoFailure } from "../../go/failure.ts";
import { readPattern } from "../regexp_pattern.ts";
import { matchesOf } from "../regexp_match.ts";

/** A version. */
export interface Version {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  /** What follows the dash; `""` for a release. */
  readonly prerelease: string;
  /** What follows the plus sign. */
  readonly metadata: string;
  /** The text that it was read from. */
  readonly original: string;
}

const LONGEST = 256;
const HIGHEST = 2n ** 64n - 1n;
const WORDS = "[0-9A-Za-z\\-]+(?:\\.[0-9A-Za-z\\-]+)*";
const VERSION = readPattern(
  `^v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?(?:-(${WORDS}))?(?:\\+(${WORDS}))?$`,
);

/**
 * Reads a version; a leading `v`, leading zeros and missing parts are tolerated.
 *
 * @param text The text.
 * @returns The version.
 * @throws {GoFailure} Where the text is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseVersion("v1.2-rc.1").patch, 0n);
 * ```
 */
export function parseVersion(text: string): Version {
  if (text.length > LONGEST) {
    throw new GoFailure(`version string is too long (max ${LONGEST} bytes)`);
  }
  const [match] = matchesOf(VERSION, text, 1);
  if (match === undefined) throw new GoFailure("invalid semantic version");
  const [, major, minor, patch, prerelease = "", metadata = ""] = match.groups;
  const version: Version = {
    major: parseSegment(major),
    minor: parseSegment(minor),
    patch: parseSegment(patch),
    prerelease,
    metadata,
    original: text,
  };
  checkPrerelease(prerelease);
  return version;
}

function parseSegment(digits: string | undefined): bigint {
  const value = BigInt(digits || "0");
  if (value <= HIGHEST) return value;
  throw new GoFailure(
    `error parsing version segment: strconv.ParseUint: parsing "${digits}": ` +
      "value out of range",
  );
}

/**
 * Checks what is to follow the dash of a version.
 *
 * @param prerelease The text; none is fine.
 * @throws {GoFailure} Where it is no list of words and of numbers that do not
 * begin with 0.
 *
 * @example
 * ```ts
 * import { GoFailure } from "../../go/failure.ts";
 * import { assertThrows } from "@std/assert";
 * assertThrows(() => checkPrerelease("rc.01"), GoFailure, "starts with 0");
 * ```
 */
export function checkPrerelease(prerelease: string): void {
  if (prerelease === "") return;
  for (const part of prerelease.split(".")) {
    if (/^0\d+$/.test(part)) {
      throw new GoFailure("version segment starts with 0");
    }
    if (!/^[\dA-Za-z-]+$/.test(part)) {
      throw new GoFailure("invalid prerelease string");
    }
  }
}

/**
 * Checks what is to follow the plus sign of a version.
 *
 * @param metadata The text; none is fine.
 * @throws {GoFailure} Where it is no list of words.
 *
 * @example
 * ```ts
 * import { GoFailure } from "../../go/failure.ts";
 * import { assertThrows } from "@std/assert";
 * assertThrows(() => checkMetadata("a_b"), GoFailure, "invalid metadata string");
 * ```
 */
export function checkMetadata(metadata: string): void {
  if (metadata === "") return;
  for (const part of metadata.split(".")) {
    if (!/^[\dA-Za-z-]+$/.test(part)) {
      throw new GoFailure("invalid metadata string");
    }
  }
}

/**
 * Writes a version with all its parts.
 *
 * @param version The version.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatVersion(parseVersion("v1.2+b")), "1.2.0+b");
 * ```
 */
export function formatVersion(version: Version): string {
  const { major, minor, patch, prerelease, metadata } = version;
  return `${major}.${minor}.${patch}` +
    (prerelease === "" ? "" : `-${prerelease}`) +
    (metadata === "" ? "" : `+${metadata}`);
}

/**
 * Compares two versions; their metadata does not count.
 *
 * @param a One.
 * @param b The other.
 * @returns -1 where `a` comes first, 1 where `b` does, else 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const [a, b] = [parseVersion("1.0.0-rc.2"), parseVersion("1.0.0-rc.10")];
 * assertEquals(compareVersions(a, b), -1);
 * ```
 */
export function compareVersions(a: Version, b: Version): -1 | 0 | 1 {
  return compare(a.major, b.major) || compare(a.minor, b.minor) ||
    compare(a.patch, b.patch) ||
    comparePrereleases(a.prerelease, b.prerelease);
}

/**
 * Compares what follows the dashes of two versions.
 *
 * @param a One; none comes after all others.
 * @param b The other.
 * @returns -1 where `a` comes first, 1 where `b` does, else 0.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(comparePrereleases("", "rc"), 1);
 * ```
 */
export function comparePrereleases(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? 1 : -1;
  const [left, right] = [a.split("."), b.split(".")];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = compareParts(left[at] ?? "", right[at] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

/** No part comes before numbers, numbers before words. */
function compareParts(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? -1 : 1;
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== undefined && right !== undefined) return left > right ? 1 : -1;
  if (left === undefined && right === undefined) return a > b ? 1 : -1;
  return left === undefined ? 1 : -1;
}

function numberOf(part: string): bigint | undefined {
  if (!/^\d+$/.test(part)) return undefined;
  const value = BigInt(part);
  return value <= HIGHEST ? value : undefined;
}

function compare(a: bigint, b: bigint): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}
