/**
 * Version constraints as Masterminds/semver reads them.
 *
 * @module
 */

import { GoFailure } from "../../go/failure.ts";
import { quote } from "../../go/quote.ts";
import { matchesOf } from "../regexp_match.ts";
import { readPattern } from "../regexp_pattern.ts";
import { type Comparison, satisfies } from "./comparison.ts";
import { parseVersion, type Version } from "./version.ts";

/** Alternatives, each of them comparisons that must all hold. */
export type Constraint = readonly (readonly Comparison[])[];

const LONGEST = 512;
const MOST_ALTERNATIVES = 32;

// RE2's order of alternatives matters: the operator may be empty.
const OPERATOR = "=||!=|>|<|>=|=>|<=|=<|~|~>|\\^";
const PART = "[0-9|x|X|\\*]+";
const WORDS = "[0-9A-Za-z\\-]+(?:\\.[0-9A-Za-z\\-]+)*";
const BOUND =
  `v?(${PART})(\\.${PART})?(\\.${PART})?(-${WORDS})?(?:\\+${WORDS})?`;
const PLAIN_BOUND = BOUND.replace(/\((?!\?)/g, "(?:");
const TERM = `(?:${OPERATOR})\\s*(?:${PLAIN_BOUND})`;

const COMPARISON = readPattern(`^\\s*(${OPERATOR})\\s*(${BOUND})\\s*$`);
const COMPARISONS = readPattern(TERM);
const ALTERNATIVE = readPattern(
  `^(?:\\s*${TERM}\\s*)(?:(?:\\s+|,\\s*)${TERM}\\s*)*$`,
);
const RANGE = readPattern(`\\s*(${PLAIN_BOUND})\\s+-\\s+(${PLAIN_BOUND})\\s*`);

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
 * const constraint = parseConstraint(">=1.19-0 <2 || ^3.1");
 * assert(accepts(constraint, parseVersion("1.30.0-gke.1")));
 * ```
 */
export function parseConstraint(text: string): Constraint {
  if (text.length > LONGEST) {
    throw new GoFailure(`constraint string is too long (max ${LONGEST} bytes)`);
  }
  const alternatives = rewriteRanges(text).split("||");
  if (alternatives.length > MOST_ALTERNATIVES) {
    throw new GoFailure(
      `too many constraint groups (max ${MOST_ALTERNATIVES})`,
    );
  }
  return alternatives.map(parseAlternative);
}

/**
 * Whether a constraint accepts a version. A prerelease is accepted only by
 * alternatives that name one themselves.
 *
 * @param constraint The constraint.
 * @param version The version.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { parseVersion } from "./version.ts";
 * assert(!accepts(parseConstraint(">=1.19"), parseVersion("1.30.0-gke.1")));
 * ```
 */
export function accepts(constraint: Constraint, version: Version): boolean {
  return constraint.some((comparisons) =>
    (version.prerelease === "" ||
      comparisons.some(({ bound }) => bound.prerelease !== "")) &&
    comparisons.every((comparison) => satisfies(version, comparison))
  );
}

/** `1.2 - 1.4` stands for `>= 1.2, <= 1.4`. */
function rewriteRanges(text: string): string {
  return matchesOf(RANGE, text, -1).reduce((result, { groups }) => {
    const [whole = "", low, high] = groups;
    return result.replace(whole, () => `>= ${low}, <= ${high} `);
  }, text);
}

function parseAlternative(text: string): Comparison[] {
  if (matchesOf(ALTERNATIVE, text, 1).length === 0) throw improper(text);
  return matchesOf(COMPARISONS, text, -1)
    .map(({ groups }) => parseComparison(groups[0] ?? ""));
}

function parseComparison(text: string): Comparison {
  const [match] = matchesOf(COMPARISON, text, 1);
  if (match === undefined) throw improper(text);
  const [, operator = "", , ...parts] = match.groups;
  const [major, minor, patch, suffix = ""] = parts;
  const named = [major, minor, patch]
    .findIndex((part) => part === undefined || /^\.?[xX*]?$/.test(part));
  const precision = named < 0 ? 3 : named;
  const digits = [0, 1, 2].map((index) =>
    index < precision ? parts[index]?.replace(/^\./, "") : "0"
  );
  return {
    operator,
    precision,
    bound: parseBound(`${digits.join(".")}${suffix}`),
  };
}

function parseBound(text: string): Version {
  try {
    return parseVersion(text);
  } catch (error) {
    if (!(error instanceof GoFailure)) throw error;
    throw new GoFailure("constraint parser error");
  }
}

function improper(text: string): GoFailure {
  return new GoFailure(`improper constraint: ${quote(text)}`);
}
