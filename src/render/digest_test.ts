import { assertEquals, assertNotEquals } from "@std/assert";
import type { Value } from "../model/mod.ts";
import { digestOf } from "./digest.ts";

Deno.test("digestOf() tells values of different types apart", () => {
  const values: Value[] = [
    null,
    "null",
    1,
    "1",
    true,
    "true",
    [],
    {},
    [[]],
    "",
  ];
  const digests = values.map(digestOf);
  assertEquals(new Set(digests).size, values.length);
});

Deno.test("digestOf() looks at every level", () => {
  const value = (leaf: string) => ({ a: { b: [{ c: leaf }] } });
  assertNotEquals(digestOf(value("x")), digestOf(value("y")));
  assertEquals(digestOf(value("x")), digestOf(value("x")));
});
