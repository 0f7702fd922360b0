/**
 * Comparisons of a version with a bound.
 *
 * @module
 */

import {
  comparePrereleases,
  compareVersions,
  type Version,
} from "./version.ts";

/** A comparison with a bound. */
export interface Comparison {
  readonly operator: string;
  readonly bound: Version;
  /** How many parts the bound names: `1.30` names two, `*` none. */
  readonly precision: number;
}

/**
 * Whether a version satisfies a comparison, prereleases aside.
 *
 * @param version The version.
 * @param comparison The comparison.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { parseVersion } from "./version.ts";
 * const bound = parseVersion("1.2.0");
 * assert(satisfies(parseVersion("1.2.9"), { operator: "", bound, precision: 2 }));
 * ```
 */
export function satisfies(version: Version, comparison: Comparison): boolean {
  const { operator, bound, precision } = comparison;
  const order = compareVersions(version, bound);
  switch (operator) {
    case "!=":
      return precision === 3 ? order !== 0 : !isNamed(version, comparison);
    case ">":
      return isAbove(version, comparison);
    case "<":
      return order < 0;
    case ">=":
    case "=>":
      return order >= 0;
    case "<=":
    case "=<":
      return precision === 3 ? order <= 0 : !isBeyond(version, comparison);
    case "~":
    case "~>":
      return isNear(version, comparison);
    case "^":
      return isCompatible(version, comparison);
    default:
      return precision === 3 ? order === 0 : isNear(version, comparison);
  }
}

/** Whether a version is one of those that an unfinished bound stands for. */
function isNamed(version: Version, { bound, precision }: Comparison): boolean {
  if (version.major !== bound.major) return false;
  if (precision === 1) return true;
  if (version.minor !== bound.minor) return false;
  if (precision === 2) {
    return comparePrereleases(version.prerelease, bound.prerelease) === 0;
  }
  return compareVersions(version, bound) === 0;
}

/** `>11` begins with 12, `>11.1` with 11.2. */
function isAbove(version: Version, { bound, precision }: Comparison): boolean {
  if (precision === 3 || version.major !== bound.major) {
    return precision === 3
      ? compareVersions(version, bound) > 0
      : version.major > bound.major;
  }
  if (precision === 1) return false;
  if (precision === 2) return version.minor > bound.minor;
  return compareVersions(version, bound) > 0;
}

/** `<=11` ends with all of 11, `<=11.1` with all of 11.1. */
function isBeyond(version: Version, { bound, precision }: Comparison): boolean {
  if (version.major !== bound.major) return version.major > bound.major;
  return version.minor > bound.minor && precision !== 1;
}

/** `~1.2.3` and `~1.2` stay within 1.2, `~1` within 1; `~0.0.0` is anything. */
function isNear(version: Version, { bound, precision }: Comparison): boolean {
  if (compareVersions(version, bound) < 0) return false;
  const isZero = bound.major === 0n && bound.minor === 0n &&
    bound.patch === 0n;
  if (isZero && (precision === 0 || precision === 3)) return true;
  return version.major === bound.major &&
    (version.minor === bound.minor || precision === 1);
}

/** `^` stays within the first part that is not 0. */
function isCompatible(
  version: Version,
  { bound, precision }: Comparison,
): boolean {
  if (compareVersions(version, bound) < 0) return false;
  if (bound.major > 0n || precision === 1) {
    return version.major === bound.major;
  }
  if (version.major > 0n) return false;
  if (bound.minor > 0n || precision === 2) {
    return version.minor === bound.minor;
  }
  return version.minor === 0n && version.patch === bound.patch;
}
