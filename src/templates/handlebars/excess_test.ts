import { assert, assertEquals } from "@std/assert";
import { evaluateTemplate, lintTemplate } from "./testing.ts";

Deno.test("hostile templates are refused or done within a second or two", () => {
  const deep = `${"(not\n".repeat(5000)}1${")\n".repeat(5000)}`;
  const lets = (helper: string) =>
    Array.from({ length: 7000 }, (_, i) => `a${i + 1}=(${helper}a${i})`).join(
      "\n",
    );
  const table: readonly string[] = [
    `a: {{not ${deep}}}`,
    `a: {{concat "}}" ${deep}}}`,
    `a: ' \\{{ " {{not ${deep}}}`,
    `{{! (( ' }}\n{{!-- }} " --}}\na: {{not [a(b] ${deep}}}`,
    `{{#if x}}\n${"{{else if x}}\n".repeat(9000)}{{/if}}`,
    "{{^x}}\n".repeat(20_000),
    "\\{{ \n".repeat(50_000),
    "{{!-- \n".repeat(40_000),
    "a: {{x}}\n".repeat(28_000),
    `a: [${"{{x}}, ".repeat(1400)}]\n`.repeat(10),
    `{{#let a0=1 ${lets("list ")}}}\na: {{a7000}}\n{{/let}}`,
    `{{#let a0=(dict) ${lets("dict k=")}}}\na: {{merge a7000 a7000}}\n{{/let}}`,
  ];
  for (const text of table) {
    const start = performance.now();
    lintTemplate({ text });
    evaluateTemplate({ text, data: { x: 1 } });
    assert(performance.now() - start < 20_000, text.slice(0, 60));
  }
});

Deno.test("ordinary templates are not taken for hostile ones", () => {
  const table: readonly string[] = [
    `# ${"(".repeat(99)}`,
    "{{#if x}}\n{{/if}}\n".repeat(99),
    `a: {{concat ${'(lower "(")'.repeat(99)}}}`,
    `a: ${"x".repeat(9000)}`,
  ];
  for (const text of table) assertEquals(lintTemplate({ text }), []);
});
