import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { setField, type Value, type ValueMap } from "../../model/mod.ts";
import { loadYaml } from "../../yaml/mod.ts";
import { writeTemplate } from "./testing.ts";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(..."{}[],:#&*!|>'\"%@` \n\t-?=~\\ab0") }),
  fc.constantFrom(
    "yes",
    "0777",
    "1e3",
    "12:30",
    "~",
    "<<",
    "---",
    "\u0085",
    "",
    " ",
  ),
);

const scalar: fc.Arbitrary<Value> = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  // Whole numbers beyond 2^53 are bigint in a document.
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0)
    .filter((x) => Number.isSafeInteger(x) || !Number.isInteger(x)),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
);

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("value")),
    fc.array(fc.tuple(text, tie("value"))).map(toMap),
  ),
}));

function toMap(entries: [string, Value][]): ValueMap {
  const map: ValueMap = {};
  for (const [key, item] of entries) setField(map, key, item);
  return map;
}

const PLACES: [template: string, expected: (x: Value) => Value][] = [
  ["a: {{x}}\nb: 1\n", (x) => ({ a: x, b: 1 })],
  ["a: {{x}} # comment\nb: 1\n", (x) => ({ a: x, b: 1 })],
  ["a:\n  - {{x}}\n  - 1\n", (x) => ({ a: [x, 1] })],
  ["a:\n  - b: {{x}}\n    c: 1\n", (x) => ({ a: [{ b: x, c: 1 }] })],
  ["a: [1, {{x}}, {{x}}]\nb: 1\n", (x) => ({ a: [1, x, x], b: 1 })],
  ["a: {b: {{x}}, c: 1}\n", (x) => ({ a: { b: x, c: 1 } })],
  ["a:\n  {{toYaml (list x)}}\nb: 1\n", (x) => ({ a: [x], b: 1 })],
  ["a:\n  - {{toYaml (dict k=x)}}\n  - 1\n", (x) => ({ a: [{ k: x }, 1] })],
  ["{{toYaml (dict a=x)}}\nb: 1\n", (x) => ({ a: x, b: 1 })],
];

Deno.test("{{x}} reads back as exactly its value in every place", () => {
  for (const [template, expected] of PLACES) {
    fc.assert(fc.property(value, (x) => {
      assertEquals(
        loadYaml(writeTemplate(template, { x })),
        expected(x),
        template,
      );
    }));
  }
});

Deno.test("{{x}}: as a key takes any text", () => {
  fc.assert(fc.property(text, (x) => {
    const expected = toMap([[x, 1], ["b", 2]]);
    if (x !== "b") {
      assertEquals(
        loadYaml(writeTemplate("{{x}}: 1\nb: 2\n", { x })),
        expected,
      );
    }
  }));
});

Deno.test("{{x}} within #text reads back from the text it is part of", () => {
  const template =
    "a: {{#text}}\n  x: {{x}}\n  z: [1, {{x}}]\n  {{/text}}\nb: 1\n";
  fc.assert(fc.property(value, (x) => {
    const outer = loadYaml(writeTemplate(template, { x })) as ValueMap;
    assertEquals(outer.b, 1);
    assert(typeof outer.a === "string");
    assertEquals(loadYaml(outer.a), { x, z: [1, x] });
  }));
});

Deno.test("{{plain x}} within #text is exactly the text", () => {
  const template = "a: {{#text}}\n  <{{plain x}}>\n  {{/text}}\nb: 1\n";
  fc.assert(fc.property(text, (x) => {
    assertEquals(loadYaml(writeTemplate(template, { x })), {
      a: `<${x}>\n`,
      b: 1,
    });
  }));
});
