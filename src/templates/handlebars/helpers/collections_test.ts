import { assertEquals } from "@std/assert";
import type { Value, ValueMap } from "../../../model/mod.ts";
import { writeTemplate } from "../testing.ts";
import { COLLECTION_HELPERS } from "./collections.ts";

function call(name: string, ...args: Value[]): Value | undefined {
  return COLLECTION_HELPERS[name]?.call(args, {});
}

Deno.test("has and get follow paths of own keys, and take null for absent", () => {
  const map: ValueMap = {
    a: { b: [{ c: 1 }], d: null, "e.f": 2 },
    g: "text",
    h: false,
  };
  const table: [path: Value, value: Value][] = [
    ["a.b.0.c", 1],
    ["h", false],
    [["a", "e.f"], 2],
    ["a.d", null],
    ["a.d.x", null],
    ["a.b.1", null],
    ["a.b.length", null],
    ["g.length", null],
    ["constructor", null],
    ["__proto__", null],
    ["a.b.-1", null],
    ["", null],
  ];
  for (const [path, value] of table) {
    assertEquals(call("has", map, path), value !== null);
    assertEquals(call("get", map, path), value);
    assertEquals(call("get", map, path, "fallback"), value ?? "fallback");
  }
});

Deno.test("merge goes into maps and leaves its arguments as they are", () => {
  const base = { a: { b: 1, c: [1] }, d: 1 };
  assertEquals(call("merge", base, { a: { c: [2], e: null }, d: { f: 1 } }), {
    a: { b: 1, c: [2], e: null },
    d: { f: 1 },
  });
  assertEquals(base, { a: { b: 1, c: [1] }, d: 1 });
});

Deno.test("maps keep keys that all objects seem to have", () => {
  const text = 'a: {{merge (dict "__proto__" 1) (dict "constructor" 2)}}\n';
  assertEquals(writeTemplate(text), 'a: {"__proto__":1,"constructor":2}\n');
});
