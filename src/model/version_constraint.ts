/**
 * Version constraints as Masterminds/semver reads them.
 *
 * @module
 */

import { compareVersions, parseVersion, type Version } from "./semver.ts";

/** Tells which versions a constraint accepts. */
export type Constraint = (version: Version) => boolean;

/** How many parts a constraint names: `1.30` names two, `*` none. */
type Precision = 0 | 1 | 2 | 3;

interface Bound {
  readonly version: Version;
  readonly precision: Precision;
}

const OPERATOR = "!=|>=|=>|<=|=<|~>|=|>|<|~|\\^";
const PART = "(?:\\d+|[xX*])";
const SUFFIX = "(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?";
const BOUND = `v?${PART}(?:\\.${PART})?(?:\\.${PART})?${SUFFIX}`;

/** One comparison; between two of them stand commas or spaces. */
const TERM = new RegExp(`^\\s*(${OPERATOR})?\\s*(${BOUND})(?:\\s*,|\\s+|$)`);
const RANGE = new RegExp(`(${BOUND})\\s+-\\s+(${BOUND})`, "g");

/**
 * Reads a constraint.
 *
 * @param text Comparisons joined by commas or spaces; alternatives by `||`.
 * @returns The constraint, or `undefined` where the text is none. A prerelease
 * is accepted only by comparisons that name a prerelease themselves.
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
  const alternatives: Constraint[] = [];
  for (const part of text.split("||")) {
    const terms = parseTerms(part.replaceAll(RANGE, ">=$1 <=$2"));
    if (terms === undefined) return undefined;
    alternatives.push((version) => terms.every((accepts) => accepts(version)));
  }
  return (version) => alternatives.some((accepts) => accepts(version));
}

function parseTerms(text: string): Constraint[] | undefined {
  const terms: Constraint[] = [];
  let rest = text;
  while (rest.trim() !== "") {
    const match = TERM.exec(rest);
    if (match === null) return undefined;
    const [whole, operator = "=", bound = ""] = match;
    terms.push(comparison(operator, parseBound(bound)));
    rest = rest.slice(whole.length);
  }
  return terms.length === 0 ? undefined : terms;
}

function parseBound(text: string): Bound {
  const [core = ""] = text.replace(/^v/, "").split(/[-+]/);
  const parts = core.split(".");
  const wild = parts.findIndex((part) => /^[xX*]$/.test(part));
  const named = wild < 0 ? parts : parts.slice(0, wild);
  const suffix = wild < 0 ? text.slice(text.indexOf(core) + core.length) : "";
  const digits = named.length === 0 ? "0" : named.join(".");
  return {
    version: parseVersion(`${digits}${suffix}`) as Version,
    precision: named.length as Precision,
  };
}

function comparison(operator: string, bound: Bound): Constraint {
  return (version) =>
    (version.prerelease === "" || bound.version.prerelease !== "") &&
    accepts(operator, { version, bound });
}

function accepts(
  operator: string,
  { version, bound }: { readonly version: Version; readonly bound: Bound },
): boolean {
  const order = compareVersions(version, bound.version);
  switch (operator) {
    case ">":
      return order > 0 && !isWithin(version, bound);
    case "<":
      return order < 0;
    case ">=":
    case "=>":
      return order >= 0;
    case "<=":
    case "=<":
      return order <= 0 || isWithin(version, bound);
    case "!=":
      return order !== 0 && !isWithin(version, bound);
    case "~":
    case "~>":
      return order >= 0 && sharesParts(version, tildeParts(bound), bound);
    case "^":
      return order >= 0 && sharesParts(version, caretParts(bound), bound);
    default:
      return order === 0 || isWithin(version, bound);
  }
}

/** Whether a version is one of those that an unfinished bound stands for. */
function isWithin(version: Version, bound: Bound): boolean {
  return bound.precision < 3 &&
    sharesParts(version, bound.precision, bound);
}

function sharesParts(version: Version, count: number, bound: Bound): boolean {
  const wanted = bound.version;
  return (count < 1 || version.major === wanted.major) &&
    (count < 2 || version.minor === wanted.minor) &&
    (count < 3 || version.patch === wanted.patch);
}

/** `~1.2.3` and `~1.2` stay within 1.2, `~1` within 1. */
function tildeParts({ precision }: Bound): number {
  return Math.min(precision, 2);
}

/** `^` stays within the first part that is not 0. */
function caretParts({ version, precision }: Bound): number {
  const leading = version.major > 0 ? 1 : version.minor > 0 ? 2 : 3;
  return Math.min(leading, precision);
}
