import { assertEquals } from "@std/assert";
import type { ValueMap } from "../../model/mod.ts";
import { evaluateTemplate, lintTemplate, writeTemplate } from "./testing.ts";

const DATA: ValueMap = {
  release: { name: "demo" },
  values: {
    k0s: { version: "v1", files: [] },
    nothing: null,
    list: [{ a: 1 }],
  },
};

Deno.test("compilePath() names a missing value wherever it is read", () => {
  const table: [text: string, path: string, line: number, column: number][] = [
    ["a: {{values.region}}", "values.region", 1, 6],
    ["a: 1\nb: {{values.k0s.arch}}", "values.k0s.arch", 2, 6],
    ['a: {{concat values.region "x"}}', "values.region", 1, 13],
    ["a: {{concat (lower values.region)}}", "values.region", 1, 20],
    ["a: {{toJson (dict k=values.region)}}", "values.region", 1, 21],
    ["{{#if values.region}}\n{{/if}}", "values.region", 1, 7],
    ["{{#unless values.region}}\n{{/unless}}", "values.region", 1, 11],
    ["{{#each values.items as |i|}}\n{{/each}}", "values.items", 1, 9],
    ["{{#with values.region}}\n{{/with}}", "values.region", 1, 9],
    ["{{#let r=values.region}}\n{{/let}}", "values.region", 1, 10],
    ["{{#let r=values.k0s}}\na: {{r.arch}}\n{{/let}}", "r.arch", 2, 6],
    ["a:\n  {{toYaml values.region}}", "values.region", 2, 12],
    ["{{> p region=values.region}}", "values.region", 1, 14],
    ["a: {{values.nothing.more}}", "values.nothing.more", 1, 6],
    ["a: {{values.k0s.version.more}}", "values.k0s.version.more", 1, 6],
    ["a: {{values.list.[1]}}", "values.list.1", 1, 6],
    ["a: {{constructor}}", "constructor", 1, 6],
    ["a: {{values.__proto__}}", "values.__proto__", 1, 6],
    ["a: {{values.k0s.version.length}}", "values.k0s.version.length", 1, 6],
  ];
  for (const [text, path, line, column] of table) {
    const evaluation = evaluateTemplate({
      text,
      data: DATA,
      partials: { p: "" },
    });
    assertEquals(evaluation.kind, "failed", text);
    if (evaluation.kind === "failed") {
      assertEquals(evaluation.path, path, text);
      assertEquals(
        evaluation.location,
        { template: "test.hbs", line, column },
        text,
      );
    }
  }
});

Deno.test("compilePath() says what is missing and what may have been meant", () => {
  const table = [
    [
      "values.k0s.verison",
      'Cannot read "values.k0s.verison": there is no "verison"; did you mean "version"?',
    ],
    ["values.region", 'Cannot read "values.region": there is no "region"'],
    [
      "values.nothing.a",
      'Cannot read "values.nothing.a": "a" is read from null',
    ],
    [
      "values.k0s.version.a",
      'Cannot read "values.k0s.version.a": "a" is read from a string',
    ],
  ];
  for (const [path, message] of table) {
    const evaluation = evaluateTemplate({ text: `a: {{${path}}}`, data: DATA });
    assertEquals(evaluation.kind === "failed" && evaluation.message, message);
  }
});

Deno.test("compilePath() reads what is there, null included", () => {
  const table = [
    ["values.nothing", "null"],
    ["values.list.[0].a", "1"],
    ["this.values.k0s.version", "v1"],
    ["@root.release.name", "demo"],
    ["release.[name]", "demo"],
  ];
  for (const [path, written] of table) {
    assertEquals(writeTemplate(`a: {{${path}}}`, DATA), `a: ${written}\n`);
  }
});

Deno.test("compilePath() reads keys that all objects seem to have", () => {
  const data = JSON.parse(
    '{"__proto__": "p", "constructor": {"name": "c"}, "toString": "t"}',
  );
  assertEquals(
    writeTemplate(
      "- {{__proto__}}\n- {{constructor.name}}\n- {{toString}}",
      data,
    ),
    "- p\n- c\n- t\n",
  );
});

Deno.test("compilePath() finds variables before the context, which this. asks for", () => {
  const text = "{{#let name=1}}\n- {{name}}\n- {{this.name}}\n{{/let}}";
  assertEquals(writeTemplate(text, { name: 2 }), "- 1\n- 2\n");
});

Deno.test("compilePath() refuses loop data outside loops and too many ../", () => {
  for (const path of ["@key", "../a", "@nothing"]) {
    const [finding] = lintTemplate({ text: `a: {{${path}}}` });
    assertEquals(
      finding?.message,
      `Cannot read "${path}": no such variable here`,
    );
  }
});
