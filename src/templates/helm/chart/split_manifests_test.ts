import { assert, assertEquals } from "@std/assert";
import { splitManifests } from "./split_manifests.ts";

Deno.test("splitManifests() finds documents by Helm's pattern", () => {
  const table: [text: string, expected: string[]][] = [
    ["", []],
    [" \n\n", []],
    ["a: 1\n", ["a: 1\n"]],
    ["---\na: 1\n---\nb: 2\n", ["a: 1", "b: 2\n"]],
    ["a: 1\n---b: 2", ["a: 1", "b: 2"]],
    ["a: 1\n  \n\n---   \n\nb: 2", ["a: 1", "b: 2"]],
    ["a: |\n  --- no marker\n", ["a: |\n  --- no marker\n"]],
    ["a: 1\n---\n---\nb: 2", ["a: 1", "---\nb: 2"]],
    ["a: 1\n----\nb: 2", ["a: 1", "-\nb: 2"]],
    ["\n\n---\n# comment\n---\n", ["# comment"]],
    ["a: 1\r\n---\r\nb: 2", ["a: 1", "b: 2"]],
  ];
  for (const [text, expected] of table) {
    assertEquals(splitManifests(text, 4), expected, JSON.stringify(text));
  }
});

Deno.test("splitManifests() trims the ends in Helm 3 only", () => {
  assertEquals(splitManifests("a: 1\n\n", 3), ["a: 1"]);
  assertEquals(splitManifests("a: 1\n\n", 4), ["a: 1\n\n"]);
});

Deno.test("splitManifests() takes linear time for blank lines", () => {
  const start = performance.now();
  splitManifests(`a: 1${"\n".repeat(500_000)}b: 2`, 4);
  splitManifests("\n---\n".repeat(100_000), 3);
  assert(performance.now() - start < 20_000);
});
