/**
 * Generators of YAML for property tests.
 *
 * @module
 */

import fc from "fast-check";
import type { Value } from "../src/model/value.ts";

/** Strings that some reader of YAML takes for something else, unless quoted. */
export const AWKWARD_STRINGS: readonly string[] = [
  ..."y n yes No on OFF true NULL null ~".split(" "),
  ...[
    "",
    " ",
    " a",
    "a ",
    "\t",
    "a\tb",
    "a\n",
    "\n",
    "a\n\n",
    " a\nb",
    "a \nb",
  ],
  ...[
    "a\n b",
    "a\r\nb",
    "\r",
    "a\u0085b",
    "a\u2028b",
    "\uFEFFa",
    "\u00A0",
    "é",
    "🚀",
  ],
  ...["0777", "0o14", "0O14", "08", "0b1", "0b-1", "0x1F", "1_000", "-1", "+1"],
  ...["1.5", "+.5", ".5_0", "1e3", "1E3", "1.e5", "9007199254740993", "1e999"],
  ...[".inf", "-.INF", ".nan", "12:30", "12:30:45", "190:20:30.5", "1:2"],
  ...["2001-01-01", "2001-1-1", "2001-01-01T00:00:00Z", "2001-01-01 1:2:3 +5"],
  ...[
    "<<",
    "=",
    "-",
    "--- a",
    "---",
    "...",
    "- a",
    "? a",
    "?",
    ":",
    ": a",
    "a:",
  ],
  ...[
    "a: b",
    "a #b",
    "#a",
    "a#b",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
    "|",
    ">",
  ],
  ...[
    "[a]",
    "{a}",
    "{{ a }}",
    "a, b",
    ",",
    "'a'",
    '"a"',
    "it's",
    'a"b',
    "a\\b",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "-----BEGIN CERTIFICATE-----\nMII=\n",
  ],
];

const TYPES = "0123456789abcdefxoOeE+-._:yYnNtTZ ~<=";
const SYNTAX = "ab1:-#'\" \n\t,[]{}?|>%@`!&*\\\r\u0085\u2028\u00a0\uFEFFé🚀";

const WORDS = ["a", "B", "7", ".", "/", "-", "_", " ", "é", "ж", "漢", "🚀"];

/**
 * Strings, the more likely the more easily they are misread.
 *
 * @returns The generator.
 */
export function awkwardString(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...AWKWARD_STRINGS),
    fc.string({ unit: fc.constantFrom(...TYPES), maxLength: 10 }),
    fc.string({ unit: fc.constantFrom(...SYNTAX), maxLength: 8 }),
    fc.string({ unit: fc.constantFrom("a", " ", "\n", ":"), maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(...WORDS), maxLength: 30 }),
  );
}

/**
 * Values as documents hold them, with awkward strings for keys and values.
 *
 * @param key The generator of keys.
 * @returns The generator; every value of it is a map.
 */
export function awkwardValue(
  key: fc.Arbitrary<string> = awkwardString(),
): fc.Arbitrary<Value> {
  const scalar: fc.Arbitrary<Value> = fc.oneof(
    { weight: 4, arbitrary: awkwardString() },
    fc.constantFrom(null, true, false),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true })
      .filter((float) => !standsForBigInt(float)),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }).map(narrow),
  );
  const map = (value: fc.Arbitrary<Value>) =>
    fc.dictionary(key, value, { maxKeys: 4 });
  const { node } = fc.letrec<{ node: Value }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      scalar,
      map(tie("node")),
      fc.array(tie("node"), { maxLength: 4 }),
    ),
  }));
  return map(node).map((value) => ({ ...value }));
}

/** As the reader does, a `bigint` stands only for what a number cannot hold. */
function narrow(integer: bigint): Value {
  const number = Number(integer);
  return Number.isSafeInteger(number) ? number : integer;
}

function standsForBigInt(float: number): boolean {
  return Number.isInteger(float) && !Number.isSafeInteger(float) &&
    Math.abs(float) < 2 ** 64;
}
