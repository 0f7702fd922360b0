/**
 * Random templates and data: well-formed ones that do things, and soup.
 *
 * @module
 */

import fc from "fast-check";

const NAMES = ["a", "b", "c", "__proto__", "constructor"];

const SCALARS = fc.oneof(
  fc.constantFrom(null, true, false, "", "x", "é😀", "0", 0, 1, -1, 2, 22, 0.5),
  fc.constantFrom(1e6, 1e21, 123456789, 1e-7, 5e-324, 1.7976931348623157e308),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
);

/** A dot, such as JSON can hold. */
export const DATA: fc.Arbitrary<unknown> = fc.letrec<{
  dot: unknown;
  value: unknown;
}>((tie) => ({
  dot: fc.array(fc.tuple(fc.constantFrom(...NAMES), tie("value")), {
    maxLength: 4,
  }).map((entries) => Object.fromEntries(entries)),
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    SCALARS,
    fc.array(tie("value"), { maxLength: 3 }),
    tie("dot"),
  ),
})).dot;

const FIELD = fc.array(fc.constantFrom(...NAMES), {
  minLength: 1,
  maxLength: 3,
})
  .map((names) => names.map((name) => `.${name}`).join(""));

const STRINGS = fc.string().map((text) => JSON.stringify(text))
  .filter((text) => !/\\u[dD][89a-fA-F]/.test(text));

const CONSTANTS = fc.oneof(
  fc.constantFrom("0", "1", "2", "-1", "1.5", "1e6", "0x1F", "'a'", "true"),
  fc.constantFrom("false", "nil", '""', '"a"', "`raw`", "1_000", ".5"),
  STRINGS,
);

const FUNCTIONS = fc.constantFrom(
  ..."and or not eq ne lt le gt ge index slice len print println html js".split(
    " ",
  ),
  ..."urlquery list dict strings upper twice half flag entries items".split(
    " ",
  ),
  ..."nothing same isnil ternary long names include".split(" "),
);

const FORMATS = fc.tuple(
  fc.constantFrom("", "-", "+", "#", "0", " ", "+#", "-0"),
  fc.constantFrom("", "1", "6", "12", "*"),
  fc.constantFrom("", ".", ".0", ".3", ".12", ".*"),
  fc.constantFrom(..."vdsqxXobcUeEfgGtTz%"),
).map((parts) => `%${parts.join("")}`);

const PRINTF = fc.array(FORMATS, { maxLength: 3 })
  .map((formats) => `printf ${JSON.stringify(formats.join("|"))}`);

const CHAINED = fc.constantFrom("", "", "", ".a", ".b.c");

/** A pipeline. */
const { pipeline: PIPELINE } = fc.letrec<{
  operand: string;
  call: string;
  pipeline: string;
}>((tie) => ({
  operand: fc.oneof(
    { depthSize: "small" },
    CONSTANTS,
    FIELD,
    fc.constantFrom(".", "$", "$v", "$w", "$v.a", "$.a.b", "$w.c"),
    fc.tuple(tie("pipeline"), CHAINED).map(([inner, chain]) =>
      `(${inner})${chain}`
    ),
  ),
  call: fc.tuple(
    fc.oneof(FUNCTIONS, PRINTF),
    fc.array(tie("operand"), { maxLength: 3 }),
  ).map(([name, args]) => [name, ...args].join(" ")),
  pipeline: fc.oneof(
    { depthSize: "small" },
    tie("operand"),
    tie("call"),
    fc.tuple(tie("pipeline"), tie("call")).map((parts) => parts.join(" | ")),
  ),
}));

const OPEN = fc.constantFrom("{{ ", "{{- ", "{{");
const CLOSE = fc.constantFrom(" }}", " -}}", "\n}}");

const TEXT = fc.constantFrom("", " ", "a", "\n", "é\n  ", "<no value>");

/** A template that parses, more often than not. */
export const TEMPLATE: fc.Arbitrary<string> = fc.letrec<{
  body: string;
  statement: string;
}>((tie) => ({
  body: fc.array(tie("statement"), { maxLength: 4 })
    .map((parts) => parts.join("")),
  statement: fc.oneof(
    { depthSize: "small" },
    TEXT,
    action(PIPELINE),
    action(PIPELINE.map((pipe) => `$v := ${pipe}`)),
    action(PIPELINE.map((pipe) => `$w = ${pipe}`)),
    action(PIPELINE.map((pipe) => `template "t1" ${pipe}`)),
    branch(PIPELINE.map((pipe) => `if ${pipe}`), tie("body")),
    branch(PIPELINE.map((pipe) => `with ${pipe}`), tie("body")),
    branch(PIPELINE.map((pipe) => `range ${pipe}`), tie("body")),
    branch(PIPELINE.map((pipe) => `range $v := ${pipe}`), tie("body")),
    branch(PIPELINE.map((pipe) => `range $k, $w := ${pipe}`), tie("body")),
    branch(PIPELINE.map((pipe) => `range $v, $w = ${pipe}`), tie("body")),
    fc.constantFrom("{{ break }}", "{{ continue }}"),
  ),
})).body.map((body) => `{{ $v := . }}{{ $w := 1 }}${body}`);

function action(content: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(OPEN, content, CLOSE).map((parts) => parts.join(""));
}

function branch(
  head: fc.Arbitrary<string>,
  body: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  return fc.tuple(action(head), body, fc.option(body)).map(
    ([head, body, otherwise]) =>
      `${head}${body}${
        otherwise === null ? "" : `{{ else }}${otherwise}`
      }{{ end }}`,
  );
}

const PIECES = [
  ..."{{|}}|{{-|-}}|{{ | }}|{{- | -}}|if|else|end|range|with|define".split("|"),
  ..."template block break continue nil true print eq $ $x .a . .. :=".split(
    " ",
  ),
  ...'= , ( ) 1 1.5 0x \'a\' \' " ` "x" `y` "x /* */ é # - + _ 1i'.split(" "),
  " ",
  " ",
  "\n",
  "|",
  "text",
  "\\",
  "\u00a0",
  "😀",
];

/** Pieces of templates in any order. */
export const SOUP: fc.Arbitrary<string> = fc.array(
  fc.constantFrom(...PIECES),
  { maxLength: 14 },
).map((pieces) => pieces.join(""));
