import { assertEquals } from "@std/assert";
import { findCircle, floorOf, FLOORS, roomOf } from "./floors.ts";
import { messageFault } from "./error_message.ts";
import plugin from "./plugin.ts";

function messages(path: string, source: string): string[] {
  return Deno.lint.runPlugin(plugin, path, source).map((d) => d.message);
}

Deno.test("layers refuses an import from a higher floor", () => {
  const table: [string, string, string[]][] = [
    ["src/yaml/parse.ts", 'import { a } from "../model/mod.ts"; a;', []],
    ["src/render/mod.ts", 'export * from "../source/mod.ts";', []],
    ["src/model/value.ts", 'export * from "../yaml/mod.ts";', [
      'Cannot import "yaml" from "model": it stands on a higher floor',
    ]],
    ["src/render/mod.ts", 'const git = await import("../git/mod.ts"); git;', [
      'Cannot import "git" from "render": it stands on a higher floor',
    ]],
    ["src/attic/mod.ts", 'export * from "../git/mod.ts";', [
      'Cannot place "attic": no floor in tools/lint/floors.ts has this room',
    ]],
  ];
  for (const [path, source, expected] of table) {
    assertEquals(messages(path, source), expected);
  }
});

Deno.test("messageFault() tells what the grammar forbids", () => {
  const table: [string, string | undefined][] = [
    ['Cannot read "{}": no such file', undefined],
    ["cannot read", "it does not begin with a capital letter"],
    ["Cannot read.", "it ends with a period"],
    ["Cannot read and can't write", "it has a contraction"],
    ["Cannot read '{}'", "a value is not in double quotes"],
  ];
  for (const [text, expected] of table) {
    assertEquals(messageFault(text), expected);
  }
});

Deno.test("error-message looks at errors and findings", () => {
  assertEquals(messages("src/git/a.ts", 'throw new Error("no.");').length, 1);
  assertEquals(
    messages("src/git/a.ts", "makeFinding(RULE, `bad ${x}`);").length,
    1,
  );
  assertEquals(
    messages("src/git/a.ts", "makeFinding(RULE, `Bad ${x}`);").length,
    0,
  );
});

Deno.test("pure-rooms refuses clock, chance, surroundings and locale", () => {
  for (
    const code of [
      "Date.now();",
      "new Date();",
      "Math.random();",
      'Deno.env.get("X");',
      "a.localeCompare(b);",
    ]
  ) {
    assertEquals(messages("src/render/a.ts", code).length, 1, code);
    assertEquals(messages("src/git/a.ts", code).length, 0, code);
    assertEquals(messages("src/render/a_test.ts", code).length, 0, code);
  }
});

Deno.test("findCircle() finds the rooms that import each other", () => {
  const arrows = new Map([["a", new Set(["b"])], ["b", new Set(["c"])]]);
  assertEquals(findCircle(arrows), undefined);
  arrows.set("c", new Set(["a"]));
  assertEquals(findCircle(arrows), ["a", "b", "c", "a"]);
});

Deno.test("the house has no circle and no room without a floor", async () => {
  const arrows = new Map<string, Set<string>>();
  const root = new URL("../../src/", import.meta.url);
  for (const path of await sources(root)) {
    const room = roomOf(path.href);
    if (room === undefined) continue;
    assertEquals(floorOf(room) >= 0, true, `${room} stands on a floor`);
    const targets = arrows.get(room) ?? new Set();
    arrows.set(room, targets);
    const text = await Deno.readTextFile(path);
    for (const [, target] of text.matchAll(/from "(\.\.?\/[^"]+)"/g)) {
      const to = roomOf(new URL(target ?? "", path).href);
      if (to !== undefined && to !== room) targets.add(to);
    }
  }
  assertEquals(findCircle(arrows), undefined);
  assertEquals(new Set(FLOORS.flat()).size, FLOORS.flat().length);
});

async function sources(directory: URL): Promise<URL[]> {
  const found: URL[] = [];
  for await (const entry of Deno.readDir(directory)) {
    if (entry.isDirectory) {
      found.push(...await sources(new URL(`${entry.name}/`, directory)));
    } else if (entry.name.endsWith(".ts") && !entry.name.endsWith("_test.ts")) {
      found.push(new URL(entry.name, directory));
    }
  }
  return found;
}
