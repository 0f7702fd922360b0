import { assertEquals } from "@std/assert";
import type { Value } from "../model/mod.ts";
import { changedLeaves } from "./changes.ts";

/** Before, after, and the paths that changed. */
const CASES: readonly [before: Value, after: Value, paths: string[]][] = [
  [{ a: 1, b: 2 }, { a: 1, b: 3 }, ["b"]],
  [{ a: 1 }, {}, ["a"]],
  [{ a: 1 }, { a: 1, b: 2 }, []],
  [{ a: {} }, { a: { b: 1 } }, ["a"]],
  [{ a: [] }, { a: [1] }, ["a"]],
  [{ a: { b: 1 } }, { a: "b" }, ["a.b"]],
  [
    { a: [{ name: "x", b: 1 }] },
    { a: [{ name: "w" }, { name: "x", b: 1 }] },
    [],
  ],
  [{ a: ["x", "y"] }, { a: ["y"] }, ["a.0"]],
  [{ "x!": 1 }, { x: 1 }, ["x!"]],
];

Deno.test("changedLeaves() finds what was there and is other than before", () => {
  for (const [before, after, paths] of CASES) {
    const found = [...changedLeaves(before, after, (text) => text)]
      .map(({ path }) => path.join("."));
    assertEquals(found, paths, JSON.stringify([before, after]));
  }
});

Deno.test("changedLeaves() knows keys and items by what they were called", () => {
  const undo = (text: string) => text.replaceAll("!", "");
  const found = changedLeaves(
    { x: 1, list: [{ name: "a", b: 1 }] },
    { "x!": 1, list: [{ name: "c" }, { name: "a!", b: 1 }] },
    undo,
  );
  assertEquals([...found].map(({ path }) => path), [["list", 0, "name"]]);
});
