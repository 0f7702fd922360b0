/**
 * Calls of functions with arguments made up at random.
 *
 * @module
 */

import fc from "fast-check";
import type {
  FunctionTable,
  GoType,
} from "../src/templates/helm/go/function.ts";

const TEXTS = [
  "",
  " ",
  "a",
  "abc",
  "Hello World",
  "a-b_c.d",
  "a,b,,c",
  "/a/b/../c.txt",
  "é",
  "日本 Go",
  "😀x",
  "1",
  "-12",
  "0x1F",
  "1.5",
  "1e3",
  "true",
  "v1.2.3-rc.1+b",
  ">=1.2 <2",
  "1.2.x",
  "a*b",
  "(a|b)+",
  "[",
  "$1",
  "${1}",
  "https://u:p@h:80/p?q=1#f",
  "a: 1\nb: [x]\n",
  '{"a": [1, "b", null]}',
  "a = 1\n[b]\nc = 'd'\n",
  "[1, 2]",
  "aGVsbG8=",
  "NBSWY3DP",
  "2006-01-02",
  "2020-03-04",
  "1h30m",
  "UTC",
  "slice",
  "map",
  "int64",
  "line\nbreak\r\n\ttab",
  "\u00a0\u2003x",
  "<&>'\"\\`",
  "a".repeat(90),
  "word ".repeat(30),
];

/**
 * What is made up at random: no controls, which Go's YAML alters; no tags of
 * YAML; no characters that Go's tables of Unicode are too old for.
 */
const TAME = /^[ "-~\xA0-\u05FF]*$/;

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  fc.string({ maxLength: 12 }).filter((value) => TAME.test(value)),
  fc.array(fc.integer({ min: 0x20, max: 0x5FF }), { maxLength: 6 })
    .map((codes) => String.fromCodePoint(...codes))
    .filter((value) => TAME.test(value)),
).map(quoteText);

const integer = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -4, max: 12 }) },
  fc.integer({ min: -70, max: 70 }),
).map(String);

const float = fc.oneof(
  fc.constantFrom("0.0", "1.5", "-2.5", "1e6", "1e-7", "22.0", "1e21"),
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map(writeFloat),
);

const VALUE_NAMES = [
  ".Values.f",
  ".Values.big",
  ".Values.half",
  ".Values.yes",
  ".Values.list",
  ".Values.strings",
  ".Values.map",
  ".Values.long",
  ".Values.none",
];

const scalar = fc.oneof(
  text,
  integer,
  float,
  fc.constantFrom("true", "false", "nil", "(int64 3)", "(add 1 2)"),
);

const list = fc.oneof(
  fc.array(scalar, { maxLength: 5 }).map((items) => call("list", items)),
  fc.constantFrom('(splitList "," "b,a,b")', "(until 4)", "(rest (list))"),
);

const map = fc.oneof(
  fc.array(fc.tuple(text, fc.oneof(scalar, list)), { maxLength: 3 })
    .map((pairs) => call("dict", pairs.flat())),
  fc.constantFrom(".Values.map", '(dict "a" (dict "b" 1))', "(dict)"),
);

const any = fc.oneof(scalar, list, map, fc.constantFrom(...VALUE_NAMES));

const TIME =
  '(toDate "2006-01-02T15:04:05Z07:00" "2020-02-29T23:59:58.5+01:30")';

const BY_TYPE: Readonly<Record<GoType, fc.Arbitrary<string>>> = {
  any,
  value: any,
  string: text,
  bool: fc.constantFrom("true", "false"),
  int: integer,
  int64: integer,
  float64: float,
  map,
  list,
  strings: list,
  bytes: any,
  "time.Time": fc.constant(TIME),
  "*semver.Version": fc.constant('(semver "1.2.3")'),
};

/**
 * Templates that call one of some functions, mostly with arguments that it takes.
 *
 * @param functions The functions.
 * @returns The templates.
 */
export function arbitraryCall(functions: FunctionTable): fc.Arbitrary<string> {
  const calls = [...functions].map(([name, { params, variadic }]) => {
    const fixed = fc.tuple(...params.map((type) => argument(BY_TYPE[type])));
    const more = variadic === undefined
      ? fc.constant([])
      : fc.array(argument(BY_TYPE[variadic]), { maxLength: 4 });
    return fc.tuple(fixed, more).map(([first, rest]) =>
      `{{ ${[name, ...first, ...rest].join(" ")} }}`
    );
  });
  return fc.oneof(...calls);
}

/** Now and then an argument is of another type. */
function argument(suitable: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof({ weight: 20, arbitrary: suitable }, any);
}

function call(name: string, args: readonly string[]): string {
  return `(${[name, ...args].join(" ")})`;
}

// deno-lint-ignore no-control-regex -- what a constant cannot hold
const CONTROL = /[\0-\x1F]/g;

/** A string constant of Go. */
function quoteText(value: string): string {
  const escaped = value.replace(/["\\]/g, "\\$&").replace(
    CONTROL,
    (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return `"${escaped}"`;
}

function writeFloat(value: number): string {
  const written = String(value);
  return /[.e]/.test(written) ? written : `${written}.0`;
}
