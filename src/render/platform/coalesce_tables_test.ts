import { assertEquals } from "@std/assert";
import type { ValueMap } from "../../model/mod.ts";
import { coalesceTables } from "./coalesce_tables.ts";

const CASES: readonly [string, ValueMap, ValueMap, ValueMap][] = [
  ["fills gaps", { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
  ["lets the upper win", { a: 1 }, { a: 2 }, { a: 1 }],
  ["goes into maps", { a: { b: 1 } }, { a: { b: 2, c: 3 } }, {
    a: { b: 1, c: 3 },
  }],
  ["keeps a map over a scalar", { a: { b: 1 } }, { a: 2 }, { a: { b: 1 } }],
  ["keeps a scalar over a map", { a: 1 }, { a: { b: 2 } }, { a: 1 }],
  ["replaces lists", { a: [1] }, { a: [2, 3] }, { a: [1] }],
  ["removes by null", { a: null }, { a: { b: 1 } }, {}],
  ["removes by null in maps", { a: { b: null } }, { a: { b: 1, c: 2 } }, {
    a: { c: 2 },
  }],
  ["keeps a null over nothing", { a: null }, {}, { a: null }],
  ["keeps a null over null", { a: null }, { a: null }, { a: null }],
  ["keeps a null from below", { b: 1 }, { a: null }, { a: null, b: 1 }],
  ["keeps false, zero and empty text", { a: false, b: 0, c: "" }, {
    a: true,
    b: 1,
    c: "x",
  }, { a: false, b: 0, c: "" }],
];

for (const [criterion, over, under, expected] of CASES) {
  Deno.test(`coalesceTables() ${criterion}`, () => {
    assertEquals(coalesceTables(over, under), expected);
  });
}
