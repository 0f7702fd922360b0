import { assertEquals } from "@std/assert";
import type { Value, ValueMap } from "../../model/mod.ts";
import { getField } from "../../model/mod.ts";
import { loadYaml } from "../../yaml/mod.ts";
import { evaluateTemplate, writeTemplate } from "./testing.ts";

/** What the field `a` holds after the template was written and read. */
function textOf(lines: string[], data: ValueMap = {}): Value | undefined {
  return getField(loadYaml(writeTemplate(lines.join("\n"), data)), "a");
}

Deno.test("#text makes one scalar of its lines, like a | block", () => {
  const table: [lines: string[], text: string][] = [
    [["a: {{#text}}", "  x", "    y", "  {{/text}}", "b: 1"], "x\n  y\n"],
    [["a: {{#text}}", "x", "{{/text}}", "b: 1"], "x\n"],
    [["a: {{#text chomp=true}}", "  x", "  {{/text}}"], "x"],
    [["a: {{#text}}", "  x", "", "  y", "", "", "  {{/text}}"], "x\n\ny\n"],
    [["a: {{#text}}", "", "  x", "  {{/text}}"], "\nx\n"],
    [["a: {{#text}}", "  {{/text}}"], ""],
    [
      ["a: {{#text}}", "    x: '1'", '  y: "2"', "  {{/text}}"],
      "  x: '1'\ny: \"2\"\n",
    ],
  ];
  for (const [lines, text] of table) {
    assertEquals(textOf(lines), text, lines.join("\n"));
  }
});

Deno.test("#text writes values as Helm's toYaml does, and plain ones bare", () => {
  const lines = (tag: string) => ["a: {{#text}}", `  v: ${tag}`, "  {{/text}}"];
  const table: [value: Value, written: string][] = [
    ["yes", '"yes"'],
    ["10.0.0.0/16", "10.0.0.0/16"],
    ["a: b", "'a: b'"],
    ["", '""'],
    ["1.30", '"1.30"'],
    ["a\nb", '"a\\nb"'],
    [1.5, "1.5"],
    [null, "null"],
    [["a", 1], '["a",1]'],
  ];
  for (const [x, written] of table) {
    assertEquals(textOf(lines("{{x}}"), { x }), `v: ${written}\n`);
  }
  assertEquals(textOf(lines("{{plain x}}"), { x: "yes" }), "v: yes\n");
  assertEquals(textOf(lines("{{plain x}}"), { x: 1000000 }), "v: 1e+06\n");
});

Deno.test("#text indents blocks, partials and toYaml from its own left edge", () => {
  const lines = [
    "a: {{#text}}",
    "    {{#if x}}",
    "    on: 1",
    "    {{/if}}",
    "    map:",
    "      {{toYaml x}}",
    "    list:",
    "      - {{toYaml x}}",
    "    {{> p}}",
    "      {{> p}}",
    "  {{/text}}",
  ];
  const evaluation = evaluateTemplate({
    text: lines.join("\n"),
    data: { x: { c: { d: 1 }, b: "y" } },
    partials: { p: "p:\n  q: {{x.b}}\n" },
  });
  assertEquals(
    evaluation.kind === "written" && getField(loadYaml(evaluation.text), "a"),
    [
      "on: 1",
      "map:",
      '  b: "y"',
      "  c:",
      "    d: 1",
      "list:",
      '  - b: "y"',
      "    c:",
      "      d: 1",
      "p:",
      '  q: "y"',
      "  p:",
      '    q: "y"',
      "",
    ].join("\n"),
  );
});

Deno.test("#text within #text is one scalar of the outer text", () => {
  const lines = [
    "a: {{#text}}",
    "  b: {{#text}}",
    "    c: 1",
    "    {{/text}}",
    "  d: 2",
    "  {{/text}}",
  ];
  assertEquals(loadYaml(textOf(lines) as string), { b: "c: 1\n", d: 2 });
});
