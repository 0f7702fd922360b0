import { assert } from "@std/assert";
import fc from "fast-check";
import { evaluateTemplate, lintTemplate } from "./testing.ts";

const PIECES = [
  "{{",
  "}}",
  "{{{",
  "}}}",
  "{{#",
  "{{/",
  "{{else}}",
  "{{^}}",
  "{{!--",
  "--}}",
  "{{#if x}}",
  "{{/if}}",
  "{{#each x as |i k|}}",
  "{{/each}}",
  "{{#text}}",
  "{{/text}}",
  "{{#with x}}",
  "{{/with}}",
  "{{#let a=1}}",
  "{{/let}}",
  "{{> p}}",
  "{{> p a=x}}",
  "{{x}}",
  "{{x.y}}",
  "{{this}}",
  "{{../x}}",
  "{{@key}}",
  "{{toYaml x}}",
  "{{plain x}}",
  '{{concat x "a"}}',
  "(",
  ")",
  "|",
  "~",
  "&",
  "*",
  "\\",
  '"',
  "'",
  "a: ",
  "- ",
  "a: |",
  "\n",
  "\n  ",
  " ",
  "x",
  "as",
  "=",
  ".",
  "[",
  "]",
  "{",
  "}",
  "#",
  "__proto__",
  "1",
  "\u0000",
  "\u2028",
];

const template = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .map((pieces) => pieces.join(""));

Deno.test("any text gives findings or an evaluation, never an exception", () => {
  const partials = { p: "b: {{x}}" };
  fc.assert(
    fc.property(template, fc.jsonValue(), (text, x) => {
      const data = { x: x as never };
      const limits = { steps: 10_000, size: 100_000 };
      const findings = lintTemplate({ text, partials });
      const evaluation = evaluateTemplate({ text, data, partials, limits });
      assert(findings.every(({ place }) => (place?.position?.line ?? 0) >= 1));
      assert(evaluation.kind === "failed" || evaluation.text.length <= 100_000);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("any arguments give a value or a plain refusal", () => {
  const helpers = [
    "concat",
    "join",
    "split",
    "replace",
    "trim",
    "trunc",
    "eq",
    "lt",
    "default",
    "has",
    "get",
    "list",
    "merge",
    "keys",
    "size",
    "first",
    "add",
    "max",
    "int",
    "sha256",
    "base64",
    "toJson",
    "toString",
    "quote",
    "fromYaml",
    "required",
    "isMap",
    "contains",
    "omit",
    "compact",
    "extend",
    "dirname",
    "dnsLabel",
  ];
  const call = fc.tuple(
    fc.constantFrom(...helpers),
    fc.integer({ min: 0, max: 3 }),
  );
  fc.assert(
    fc.property(
      call,
      fc.array(fc.jsonValue(), { minLength: 3, maxLength: 3 }),
      ([helper, count], args) => {
        const names = ["x", "y", "z"].slice(0, count).join(" ");
        const [x, y, z] = args as never[];
        const data = { x: x ?? null, y: y ?? null, z: z ?? null };
        evaluateTemplate({
          text: `a: {{concat (toJson (${helper} ${names}))}}`,
          data,
        });
      },
    ),
    { numRuns: 2000 },
  );
});
