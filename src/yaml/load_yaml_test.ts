import { assertEquals, assertThrows } from "@std/assert";
import { loadYaml, loadYamlAll } from "./load_yaml.ts";
import { YamlError } from "./yaml_error.ts";

Deno.test("loadYaml() gives null for a text without a document", () => {
  assertEquals(loadYaml("# nothing\n"), null);
});

Deno.test("loadYaml() refuses several documents", () => {
  assertThrows(() => loadYaml("a: 1\n---\nb: 2\n"), YamlError, "it holds 2");
});

Deno.test("loadYamlAll() names the line in the whole text", () => {
  const error = assertThrows(
    () => loadYamlAll("a: 1\n---\nb: 2\n---\nc: 3\nd: *x\n"),
    YamlError,
  );
  assertEquals([error.line, error.column], [6, 4]);
});
