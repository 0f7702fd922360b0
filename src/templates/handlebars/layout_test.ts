import { assertEquals } from "@std/assert";
import { lintTemplate } from "./testing.ts";

function ruleOf(text: string): string | undefined {
  const partials = { p: "x: 1" };
  const [finding] = lintTemplate({ text, partials });
  return finding?.rule.id.replace("templates/", "");
}

Deno.test("placementOf() accepts whole values", () => {
  const table = [
    "a: {{x}}",
    "a:   {{x}}   # why",
    "- {{x}}",
    "- - {{x}}",
    "- a: {{x}}",
    "a.b/c-d: {{x}}",
    '"a b": {{x}}',
    "'it is': {{x}}",
    "{{k}}: {{x}}",
    "- {{k}}: {{x}}",
    "{{k}}:\n  a: 1",
    "a: [{{x}}, 1, {{x}}]",
    "a: {b: {{x}}, {{k}}: 1}",
    "- [{{x}}]",
    "a:\n  {{toYaml x}}",
    "- {{toYaml x}}",
    "{{> p}}",
    "a:\n  {{> p}}",
    "a: {{#text}}\n  {{x}}: {{x}} \n  {{/text}}",
    "a: {{#text}}\n  b: |\n    c: {{x}}\n  {{/text}}",
    "- {{#text}}\n  x\n  {{/text}}",
    'a: "{b}" # no tag',
    '{{fail "no"}}',
    "a: |\n  text\nb: {{x}}",
    "- a: |\n    text\n  b: {{x}}",
    "- |\n  text\n- {{x}}",
    "a: |\n  text\n{{> p}}",
    "a: {{concat\n  x\n  x\n}}",
    "{{!-- {{x}}-y --}}\na: 1",
  ];
  for (const text of table) assertEquals(ruleOf(text), undefined, text);
});

Deno.test("placementOf() refuses parts of values", () => {
  const table = [
    "a: {{x}}-cp",
    "a: b-{{x}}",
    "a: {{x}}{{x}}",
    "a: {{x}} b",
    'a: "{{x}}"',
    "a: 'b {{x}}'",
    'a: "b: {{x}}"',
    "a: b, {{x}}",
    'a: ["b {{x}}"]',
    "a: [b {{x}}]",
    "a: &b {{x}}",
    "a:{{x}}",
    "-{{x}}",
    "# {{x}}",
    "{{x}}",
    "a:\n  {{x}}",
    "a: {{toYaml x}}",
    "a: {{toYaml x}} b",
    "a: |\n  {{x}}",
    "a: >-\n  b: {{x}}",
    "- |\n  b: {{x}}",
    "a: |\n  {{toYaml x}}",
    "a: |\n{{#if x}}\n  b: {{x}}\n{{/if}}",
    "- a: |\n    b: {{x}}",
    "a: {{#if x}}1{{/if}}",
    "a: 1 {{#if x}}\n{{/if}}",
    "{{#if x}}\na: 1{{/if}}",
    "{{#if x}}\n{{else}} a\n{{/if}}",
    "a: {{#text}}x{{/text}}",
    "a: {{#text}}\n  <{{x}}>\n  {{/text}}",
    "a: {{plain x}}",
  ];
  for (const text of table) assertEquals(ruleOf(text), "placement", text);
  assertEquals(ruleOf("a: {{> p}}"), "partial");
  assertEquals(ruleOf("a: |\n  {{> p}}"), "partial");
});
