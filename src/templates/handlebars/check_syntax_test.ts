import { assertEquals } from "@std/assert";
import { lintTemplate } from "./testing.ts";

Deno.test("lintTemplate() refuses what the language does not have", () => {
  const table: [text: string, rule: string][] = [
    ["a: {{{x}}}", "raw-output"],
    ["a: {{&x}}", "raw-output"],
    ["a: {{~x}}", "whitespace-control"],
    ["a: {{x~}}", "whitespace-control"],
    ["{{~#if x}}\n{{/if}}", "whitespace-control"],
    ["{{#if x}}\n{{~else}}\n{{/if}}", "whitespace-control"],
    ["{{#if x}}\n{{/if~}}", "whitespace-control"],
    ["{{!-- a --~}}\nb: 1", "whitespace-control"],
    ["{{#if x}}\na: {{{x}}}\n{{/if}}", "raw-output"],
    ["{{#if x}}\n{{else}}\na: {{{x}}}\n{{/if}}", "raw-output"],
    ["a: {{nothing x}}", "unknown-name"],
    ["a: {{concat (nothing x)}}", "unknown-name"],
    ["a: {{constructor x}}", "unknown-name"],
    ["{{#nothing x}}\n{{/nothing}}", "unknown-name"],
    ["{{#if (nothing x)}}\n{{/if}}", "unknown-name"],
    ["a: {{lower x x}}", "arguments"],
    ["a: {{lower x y=1}}", "arguments"],
    ["a: {{eq x}}", "arguments"],
    ["{{#if}}\n{{/if}}", "arguments"],
    ["{{#if x as |y|}}\n{{/if}}", "arguments"],
    ["{{#each x as |a b c|}}\n{{/each}}", "arguments"],
    ["{{#text chomp=x}}\n{{/text}}", "arguments"],
    ["{{#text indent=2}}\n{{/text}}", "arguments"],
    ["a: {{concat undefined}}", "unsupported"],
    ["{{* decorator}}", "unsupported"],
    ['{{#*inline "p"}}\n{{/inline}}', "unsupported"],
    ["{{#> p}}\n{{/p}}", "unsupported"],
    ["{{> nothing}}", "partial"],
    ["{{> (concat x)}}", "partial"],
    ["{{> p x}}", "partial"],
    ["a: {{x", "syntax"],
    ["{{#if x}}", "syntax"],
    ["{{#if x}}\n{{/each}}", "syntax"],
    ["{{/if}}", "syntax"],
    ["{{else}}", "syntax"],
    ["{{#if a}}".repeat(41) + "{{/if}}".repeat(41), "too-large"],
    [`a: {{not ${"(not ".repeat(9999)}1${")".repeat(9999)}}}`, "too-large"],
    ["a".repeat(300_000), "too-large"],
  ];
  for (const [text, rule] of table) {
    const rules = lintTemplate({ text, partials: { p: "a: 1" } })
      .map(({ rule: { id } }) => id);
    assertEquals(
      rules.includes(`templates/${rule}`),
      true,
      `${text}: ${rules}`,
    );
  }
});

Deno.test("lintTemplate() reports each problem once, with its place", () => {
  const text = "a: 1\nb: {{lower x}}-c\n{{> p}}\n{{> p}}";
  const findings = lintTemplate({ text, partials: { p: "c: {{nothing x}}" } });
  assertEquals(
    findings.map((
      { message, place },
    ) => [message, place?.origin.file, place?.position]),
    [
      [
        "Cannot write a value next to other text: use {{concat …}}",
        "test.hbs",
        { line: 2, column: 4 },
      ],
      ['Cannot call "nothing": no such helper', "p.hbs", {
        line: 1,
        column: 4,
      }],
    ],
  );
});
