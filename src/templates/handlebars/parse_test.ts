import { assertEquals } from "@std/assert";
import { loadYaml } from "../../yaml/mod.ts";
import { makeCompiler } from "./compile.ts";
import { evaluate } from "./evaluate.ts";
import { parseTemplate } from "./parse.ts";

Deno.test("parseTemplate() leaves no indentation of a tag that closes a chain of else if", () => {
  const text = [
    "a:",
    "  {{#if (eq x 1)}}",
    "  b: 1",
    "  {{else if (eq x 2)}}",
    "  b: 2",
    "  {{/if}}",
    "  c: 3",
  ].join("\n");
  const template = parseTemplate({ path: "a.hbs", text }, () => {});
  const compiled = makeCompiler(new Map(), () => {})(template!);
  for (const x of [1, 2]) {
    const evaluation = evaluate(compiled, { x });
    const written = evaluation.kind === "failed"
      ? null
      : loadYaml(evaluation.text);
    assertEquals(written, { a: { b: x, c: 3 } });
  }
});
