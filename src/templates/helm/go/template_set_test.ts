import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { compileFile } from "./compiled_files.ts";
import { compileTemplates, execute } from "./execute.ts";
import { TemplateSet } from "./template_set.ts";

Deno.test("compileTemplates() lets later files redefine, unless emptily", () => {
  const define = (body: string) => `{{ define "x" }}${body}{{ end }}`;
  const table: [bodies: string[], written: string][] = [
    [["a", "b"], "b"],
    [["a", " \n"], "a"],
    [["", "b"], "b"],
  ];
  for (const [bodies, written] of table) {
    const sources = new Map(bodies.map((body, at) => [`${at}`, define(body)]));
    sources.set("main", '{{ template "x" }}');
    const set = compileTemplates(sources, new Map());
    assert(set instanceof TemplateSet);
    const done = execute(set, "main", { data: {} });
    assertEquals(done, { text: written, usesLookup: false });
  }
});

Deno.test("compileFile() forgets what was compiled first, not all", () => {
  const functions = new Map();
  const text = (index: number) => `${index}`.padStart(3_000_000, "x");
  const first = compileFile("a", text(0), functions);
  for (let index = 1; index < 5; index++) {
    compileFile("a", text(index), functions);
  }
  const last = compileFile("a", text(5), functions);
  assertStrictEquals(compileFile("a", text(5), functions), last);
  assert(compileFile("a", text(0), functions) !== first);
});
