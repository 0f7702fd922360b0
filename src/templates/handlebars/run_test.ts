import { assertEquals } from "@std/assert";
import { evaluateTemplate } from "./testing.ts";

Deno.test("templates that grow without end are stopped", () => {
  const doubled = (helper: string) =>
    Array.from({ length: 60 }, (_, i) => `a${i + 1}=(${helper} a${i} a${i})`)
      .join(" ");
  const loops = "{{#each x as |i|}}\n".repeat(8) + "a: 1\n" +
    "{{/each}}\n".repeat(8);
  const chain = Object.fromEntries(
    Array.from(
      { length: 60 },
      (_, i) => [`p${i}`, `{{> p${i + 1}}}\n{{> p${i + 1}}}\n`],
    ),
  );
  const table: [text: string, message: string][] = [
    [`{{#let a0="xx" ${doubled("concat")}}}\n{{/let}}`, "it writes too much"],
    [
      `{{#let a0=(list 1 2) ${doubled("extend")}}}\n{{/let}}`,
      "it takes too long",
    ],
    [
      `{{#let a0=1 ${doubled("list")}}}\na: {{a60}}\n{{/let}}`,
      "it takes too long",
    ],
    [
      `{{#let a0=1 ${doubled("list")}}}\na:\n  {{toYaml a60}}\n{{/let}}`,
      "it takes too long",
    ],
    [
      `{{#let a0=1 ${doubled("list")}}}\na: {{sha256 (toJson a60)}}\n{{/let}}`,
      "it takes too long",
    ],
    [
      `{{#let s=(join "x" x)}}\na: {{replace "x" s (replace "x" s s)}}\n{{/let}}`,
      "it writes too much",
    ],
    [
      `{{#let s=(join "x" x)}}\na: {{join (replace "x" s s) (split "x" s)}}\n{{/let}}`,
      "it writes too much",
    ],
    [loops, "it takes too long"],
    ["{{> p0}}", "it takes too long"],
  ];
  const data = { x: Array.from({ length: 1000 }, () => "y") };
  for (const [text, reason] of table) {
    const partials = { ...chain, p60: "a: 1\n" };
    const evaluation = evaluateTemplate({ text, data, partials });
    assertEquals(
      evaluation.kind === "failed" && evaluation.message,
      `Cannot finish the template: ${reason}`,
      text.slice(0, 80),
    );
  }
});

Deno.test("helpers that refuse say so with their place", () => {
  const table: [text: string, message: string, column: number][] = [
    ['a: {{required "Set the region" ""}}', "Set the region", 4],
    ['a: {{concat (required "Set it" null)}}', "Set it", 13],
    ['{{fail "Not for AWS"}}', "Not for AWS", 1],
    [
      "a: {{lower (list)}}",
      'Cannot call "lower": expected text, got a list',
      4,
    ],
    [
      'a: {{lt 1 "a"}}',
      'Cannot call "lt": expected another number, got a string',
      4,
    ],
    ["{{null}}: 1", 'Cannot call "key": expected text, got null', 1],
  ];
  for (const [text, message, column] of table) {
    assertEquals(evaluateTemplate({ text }), {
      kind: "failed",
      message,
      location: { template: "test.hbs", line: 1, column },
    });
  }
});
