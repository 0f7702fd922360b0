/**
 * Version constraints as Masterminds/semver reads them.
 *
 * @module
 */

import {
  comparePrereleases,
  compareVersions,
  parseVersion,
  type Version,
} from "./semver.ts";

/** Tells which versions a constraint accepts. */
export type Constraint = (version: Version) => boolean;

/** Why a text is no constraint. */
export type ConstraintFault =
  | { readonly kind: "too-long" | "too-many" | "bad-bound" }
  | { readonly kind: "improper"; readonly text: string };

/** A version that a comparison names, with how much of it is named. */
interface Bound {
  readonly version: Version;
  /** `*`, `1` and `1.2` name 0, 1 and 2 parts. */
  readonly parts: number;
}

interface Comparison {
  readonly operator: string;
  readonly bound: Bound;
}

// Go's \s; JavaScript's has many more characters.
const SPACE = "[\\t\\n\\f\\r ]";
const OPERATOR = "(?:=|!=|>=|=>|<=|=<|>|<|~>|~|\\^)?";
const PART = "[0-9xX*|]+";
const IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const BOUND =
  `v?${PART}(?:\\.${PART})?(?:\\.${PART})?(?:-${IDENTIFIERS})?(?:\\+${IDENTIFIERS})?`;
const TERM = `${OPERATOR}${SPACE}*${BOUND}`;

const GROUP = new RegExp(
  `^${SPACE}*${TERM}${SPACE}*(?:(?:${SPACE}+|,${SPACE}*)${TERM}${SPACE}*)*$`,
);
const TERMS = new RegExp(`(${OPERATOR})${SPACE}*(${BOUND})`, "g");
const RANGE = new RegExp(
  `${SPACE}*(${BOUND})${SPACE}+-${SPACE}+(${BOUND})${SPACE}*`,
  "g",
);

const MAX_LENGTH = 512;
const MAX_GROUPS = 32;

/**
 * Reads a constraint.
 *
 * @param text Comparisons joined by commas or spaces; alternatives by `||`.
 * @returns The constraint, or `undefined` where the text is none. A prerelease
 * is accepted only where one of the joined comparisons names one itself.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { parseVersion } from "./semver.ts";
 * const constraint = parseConstraint(">= 1.30.0");
 * assert(constraint?.(parseVersion("v1.36.3+k0s.2")!));
 * assert(!constraint?.(parseVersion("1.31.0-rc.1")!));
 * ```
 */
export function parseConstraint(text: string): Constraint | undefined {
  const read = readConstraint(text);
  return typeof read === "function" ? read : undefined;
}

/**
 * Reads a constraint, or says why the text is none.
 *
 * @param text Comparisons joined by commas or spaces; alternatives by `||`.
 * @returns The constraint, or the first fault that Masterminds finds.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readConstraint(">=1 || latest"), { kind: "improper", text: " latest" });
 * ```
 */
export function readConstraint(text: string): Constraint | ConstraintFault {
  if (text.length > MAX_LENGTH) return { kind: "too-long" };
  const groups = rewriteRanges(text).split("||");
  if (groups.length > MAX_GROUPS) return { kind: "too-many" };
  const alternatives: Constraint[] = [];
  for (const group of groups) {
    if (!GROUP.test(group)) return { kind: "improper", text: group };
    const comparisons = parseGroup(group);
    if (comparisons === undefined) return { kind: "bad-bound" };
    const takesPrereleases = comparisons.some(({ bound }) =>
      bound.version.prerelease !== ""
    );
    alternatives.push((version) =>
      (takesPrereleases || version.prerelease === "") &&
      comparisons.every((comparison) => accepts(comparison, version))
    );
  }
  return (version) => alternatives.some((accepts) => accepts(version));
}

/** `1.2 - 1.4` stands for `>= 1.2, <= 1.4`; Go replaces one after the other. */
function rewriteRanges(text: string): string {
  return [...text.matchAll(RANGE)].reduce(
    (rewritten, [range, low, high]) =>
      rewritten.replace(range, () => `>= ${low}, <= ${high} `),
    text,
  );
}

function parseGroup(text: string): Comparison[] | undefined {
  const comparisons: Comparison[] = [];
  for (const [, operator = "", named = ""] of text.matchAll(TERMS)) {
    const bound = parseBound(named);
    if (bound === undefined) return undefined;
    comparisons.push({ operator, bound });
  }
  return comparisons;
}

function parseBound(text: string): Bound | undefined {
  const [release = ""] = text.replace(/^v/, "").split("+", 1);
  const [core = ""] = release.split("-", 1);
  const parts = core.split(".");
  const wild = parts.findIndex((part) => /^[xX*]$/.test(part));
  const named = wild < 0 ? parts : parts.slice(0, wild);
  const digits = [...named, "0", "0", "0"].slice(0, 3).join(".");
  const version = parseVersion(`${digits}${release.slice(core.length)}`);
  return version && { version, parts: named.length };
}

function accepts({ operator, bound }: Comparison, version: Version): boolean {
  const order = compareVersions(version, bound.version);
  switch (operator) {
    case ">":
      return isGreater(version, bound);
    case "<":
      return order < 0;
    case ">=":
    case "=>":
      return order >= 0;
    case "<=":
    case "=<":
      return isAtMost(version, bound);
    case "!=":
      return isDifferent(version, bound);
    case "~":
    case "~>":
      return order >= 0 && isNear(version, bound);
    case "^":
      return order >= 0 && isCompatible(version, bound);
    default:
      return bound.parts < 3
        ? order >= 0 && isNear(version, bound)
        : order === 0;
  }
}

/** `>11` wants 12 at least, `>11.1` 11.2. */
function isGreater(version: Version, { version: wanted, parts }: Bound) {
  if (parts === 1 || (parts === 2 && version.major !== wanted.major)) {
    return version.major > wanted.major;
  }
  if (parts === 2) return version.minor > wanted.minor;
  return compareVersions(version, wanted) > 0;
}

/** `<=11` takes all of 11, `<=11.1` all of 11.1. */
function isAtMost(version: Version, { version: wanted, parts }: Bound) {
  if (parts === 3) return compareVersions(version, wanted) <= 0;
  if (version.major !== wanted.major) return version.major < wanted.major;
  return parts === 1 || version.minor <= wanted.minor;
}

function isDifferent(version: Version, { version: wanted, parts }: Bound) {
  if (parts === 1) return version.major !== wanted.major;
  if (parts !== 2) return compareVersions(version, wanted) !== 0;
  return version.major !== wanted.major || version.minor !== wanted.minor ||
    comparePrereleases(version.prerelease, wanted.prerelease) !== 0;
}

/** `~1.2.3` and `~1.2` stay within 1.2, `~1` within 1; `~0.0.0` takes all. */
function isNear(version: Version, { version: wanted, parts }: Bound): boolean {
  const isZero = !wanted.major && !wanted.minor && !wanted.patch;
  if (isZero && (parts === 0 || parts === 3)) return true;
  return version.major === wanted.major &&
    (parts === 1 || version.minor === wanted.minor);
}

/** `^` stays within the first part that is not 0. */
function isCompatible(version: Version, { version: wanted, parts }: Bound) {
  if (version.major !== wanted.major) return false;
  if (wanted.major > 0n || parts === 1) return true;
  if (version.minor !== wanted.minor) return false;
  return wanted.minor > 0n || parts === 2 || version.patch === wanted.patch;
}
