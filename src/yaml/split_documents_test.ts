import { assertEquals } from "@std/assert";
import { splitDocuments } from "./split_documents.ts";

const CASES: readonly (readonly [string, string[]])[] = [
  ["", []],
  ["# only a comment\n", []],
  ["a: 1", ["a: 1"]],
  ["---\na: 1\n---\n---\nb: 2\n", ["a: 1\n", "b: 2\n"]],
  ["a: 1\r\n---\r\nb: 2\r\n", ["a: 1\r\n", "b: 2\r\n"]],
  ["---\ra: 1\r---\rb: 2\r", ["a: 1\r", "b: 2\r"]],
  ["--- # comment\na: 1\n", ["a: 1\n"]],
  ["--- {a: 1}\n--- x\n", ["--- {a: 1}\n", "--- x\n"]],
  ["a: |\n  ---\n---x: 1\n", ["a: |\n  ---\n---x: 1\n"]],
  ["a: |\n  text\n---\nb: 1\n", ["a: |\n  text\n", "b: 1\n"]],
  ["a: 1\n...\n# end\n", ["a: 1\n"]],
  ["a: 1\n... # end\nb: 2\n", ["a: 1\n", "b: 2\n"]],
  ["a: 1\n... b: 2\n", ["a: 1\n... b: 2\n"]],
  ["%YAML 1.1\n---\na: 1\n---\nb: 2\n", ["%YAML 1.1\n---\na: 1\n", "b: 2\n"]],
];

for (const [text, expected] of CASES) {
  Deno.test(`splitDocuments() cuts ${JSON.stringify(text)}`, () => {
    const spans = splitDocuments(text);
    assertEquals(
      spans.map(({ start, end }) => text.slice(start, end)),
      expected,
    );
  });
}
