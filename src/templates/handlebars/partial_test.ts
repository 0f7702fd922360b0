import { assertEquals } from "@std/assert";
import {
  evaluateTemplate,
  lintTemplate,
  type TestTemplate,
} from "./testing.ts";

function write(template: TestTemplate): string {
  const evaluation = evaluateTemplate(template);
  return evaluation.kind === "written" ? evaluation.text : evaluation.message;
}

Deno.test("partials see the context with the arguments over it", () => {
  const partials = { p: "- [{{x}}, {{y}}]\n" };
  const data = { x: 1, y: 2 };
  assertEquals(write({ text: "{{> p}}\n", data, partials }), "- [1, 2]\n");
  assertEquals(write({ text: "{{> p y=3}}\n", data, partials }), "- [1, 3]\n");
});

Deno.test("partials do not see variables", () => {
  const text = "{{#let z=1}}\n{{> p}}\n{{/let}}";
  assertEquals(
    write({ text, partials: { p: "a: {{z}}" } }),
    'Cannot read "z": there is no "z"',
  );
});

Deno.test("partials end their last line, and so does what stands after them", () => {
  const text = "a:\n  {{> p}}\nb: 1";
  assertEquals(write({ text, partials: { p: "x: 1" } }), "a:\n  x: 1\nb: 1\n");
});

Deno.test("partials keep the indentation of their tag", () => {
  const partials = { p: "x: 1\n\n{{> q}}\n", q: "y:\n  {{toYaml z}}\n" };
  const data = { z: { a: { b: 1 } } };
  assertEquals(
    write({ text: "a:\n  {{> p}}\nb: 1\n", data, partials }),
    "a:\n  x: 1\n\n  y:\n    a:\n      b: 1\nb: 1\n",
  );
});

Deno.test("partials that include themselves are refused", () => {
  const partials = { p: "{{> q}}", q: "{{> p}}" };
  assertEquals(
    lintTemplate({ text: "{{> p}}", partials }).map(({ message }) => message),
    ['Cannot include "p": it includes itself'],
  );
});
