import { assertEquals } from "@std/assert";
import type { ValueMap } from "../../model/mod.ts";
import { evaluateTemplate, writeTemplate } from "./testing.ts";

function lines(...text: string[]): string {
  return text.map((line) => `${line}\n`).join("");
}

function check(table: [text: string, data: ValueMap, written: string][]): void {
  for (const [text, data, written] of table) {
    assertEquals(writeTemplate(text, data), written, text);
  }
}

Deno.test("#if decides by Helm's truth", () => {
  const text = lines("{{#if x}}", "yes: 1", "{{else}}", "no: 1", "{{/if}}");
  for (const x of [null, false, 0, "", [], {}]) {
    assertEquals(writeTemplate(text, { x }), "no: 1\n");
  }
  for (const x of [true, 1, -1, "0", " ", [null], { a: null }, 5n]) {
    assertEquals(writeTemplate(text, { x }), "yes: 1\n");
  }
});

Deno.test("#if goes through a chain of else if", () => {
  const text = lines(
    "{{#if (eq x 1)}}",
    "a: 1",
    "{{else if (eq x 2)}}",
    "b: 1",
    "{{else}}",
    "c: 1",
    "{{/if}}",
    "d: 1",
  );
  check([
    [text, { x: 1 }, "a: 1\nd: 1\n"],
    [text, { x: 2 }, "b: 1\nd: 1\n"],
    [text, { x: 3 }, "c: 1\nd: 1\n"],
  ]);
});

Deno.test("#unless is the opposite of #if", () => {
  const text = lines(
    "{{#unless x}}",
    "a: 1",
    "{{else}}",
    "b: 1",
    "{{/unless}}",
  );
  check([[text, { x: 0 }, "a: 1\n"], [text, { x: 1 }, "b: 1\n"]]);
});

Deno.test("#each goes through lists in order and maps by key", () => {
  const text = lines(
    "{{#each x as |item key|}}",
    "- [{{key}}, {{item}}, {{@key}}, {{@index}}, {{@first}}, {{@last}}]",
    "{{else}}",
    "- none",
    "{{/each}}",
  );
  check([
    [
      text,
      { x: ["a", "b"] },
      lines("- [0, a, 0, 0, true, false]", "- [1, b, 1, 1, false, true]"),
    ],
    [
      text,
      { x: { b: 1, B: 2, a: 3 } },
      lines(
        "- [B, 2, B, 0, true, false]",
        "- [a, 3, a, 1, false, false]",
        "- [b, 1, b, 2, false, true]",
      ),
    ],
    [text, { x: [] }, "- none\n"],
    [text, { x: {} }, "- none\n"],
    [text, { x: null }, "- none\n"],
  ]);
});

Deno.test("#each keeps the context with names, and replaces it without", () => {
  check([
    [lines("{{#each x as |item|}}", "- [{{item.a}}, {{y}}]", "{{/each}}"), {
      x: [{ a: 1 }],
      y: 2,
    }, "- [1, 2]\n"],
    [
      lines(
        "{{#each x}}",
        "- [{{a}}, {{this.a}}, {{../y}}, {{@root.y}}]",
        "{{/each}}",
      ),
      { x: [{ a: 1 }], y: 2 },
      "- [1, 1, 2, 2]\n",
    ],
    [lines("{{#each x}}", "- {{this}}", "{{/each}}"), { x: ["a"] }, "- a\n"],
  ]);
});

Deno.test("#each restores the data of the outer loop", () => {
  const text = lines(
    "{{#each x as |row i|}}",
    "{{#each row as |cell j|}}",
    "- [{{i}}, {{j}}, {{cell}}]",
    "{{/each}}",
    "- {{@index}}",
    "{{/each}}",
  );
  check([[
    text,
    { x: [["a"], ["b"]] },
    lines("- [0, 0, a]", "- 0", "- [1, 0, b]", "- 1"),
  ]]);
});

Deno.test("#each refuses what is neither list nor map", () => {
  const evaluation = evaluateTemplate({
    text: "{{#each x as |i|}}\n{{/each}}",
    data: { x: "ab" },
  });
  assertEquals(evaluation, {
    kind: "failed",
    message: "Cannot go through a string: #each takes a list or a map",
    location: { template: "test.hbs", line: 1, column: 1 },
  });
});

Deno.test("#with skips what does not count as true", () => {
  const text = lines(
    "{{#with x}}",
    "a: {{b}}",
    "{{else}}",
    "none: 1",
    "{{/with}}",
  );
  const named = lines("{{#with x as |y|}}", "a: [{{y.b}}, {{z}}]", "{{/with}}");
  check([
    [text, { x: { b: 1 } }, "a: 1\n"],
    [text, { x: {} }, "none: 1\n"],
    [named, { x: { b: 1 }, z: 2 }, "a: [1, 2]\n"],
  ]);
});

Deno.test("#let names values, each known to the next", () => {
  const text = lines(
    "{{#let a=(add x 1) b=(add a 1)}}",
    "c: [{{a}}, {{b}}, {{x}}]",
    "{{/let}}",
  );
  check([[text, { x: 1 }, "c: [2, 3, 1]\n"]]);
});
