import { assertEquals } from "@std/assert";
import type { ValueMap } from "../model/mod.ts";
import { mergeValues } from "./values.ts";

Deno.test("mergeValues() merges as Helm 4.2 does", () => {
  const table: [defaults: ValueMap, values: ValueMap, merged: ValueMap][] = [
    [{ a: 1 }, {}, { a: 1 }],
    [{ a: 1 }, { a: 2, b: 3 }, { a: 2, b: 3 }],
    [{ a: { b: 1, c: 2 } }, { a: { b: 3 } }, { a: { b: 3, c: 2 } }],
    [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
    [{ a: 1 }, { a: null }, {}],
    [{ a: { b: 1 } }, { a: null }, {}],
    [{ a: { b: 1, c: 2 } }, { a: { b: null } }, { a: { c: 2 } }],
    [{ a: null }, {}, {}],
    [{ a: { b: null, c: [null] } }, {}, { a: { c: [null] } }],
    [{ a: null }, { a: 1 }, { a: 1 }],
    [{ a: { b: null } }, { a: { b: null } }, { a: { b: null } }],
    [{}, { a: null }, { a: null }],
    [{}, { a: { b: null } }, { a: { b: null } }],
    [{ a: { b: 1 } }, { a: "text" }, { a: "text" }],
    [{ a: "text" }, { a: { b: 1 } }, { a: { b: 1 } }],
    [{ a: {} }, { a: {} }, { a: {} }],
  ];
  for (const [defaults, values, merged] of table) {
    assertEquals(
      mergeValues(defaults, values),
      merged,
      JSON.stringify([defaults, values]),
    );
  }
});

Deno.test("mergeValues() treats names of object properties as ordinary keys", () => {
  const values = JSON.parse('{"__proto__": {"a": 1}, "constructor": {"b": 2}}');
  const merged = mergeValues(JSON.parse('{"__proto__": {"c": 3}}'), values);
  assertEquals(
    JSON.stringify(merged),
    '{"__proto__":{"c":3,"a":1},"constructor":{"b":2}}',
  );
  assertEquals(({} as ValueMap).a, undefined);
});

Deno.test("mergeValues() leaves both inputs as they are", () => {
  const defaults = { a: { b: 1 } };
  const values = { a: { c: 2 } };
  mergeValues(defaults, values);
  assertEquals([defaults, values], [{ a: { b: 1 } }, { a: { c: 2 } }]);
});
