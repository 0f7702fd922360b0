import { assertEquals } from "@std/assert";
import type { Value } from "../../model/mod.ts";
import { duplicates } from "./lists.ts";
import type { CrdSchema } from "./schema.ts";

const SET: CrdSchema = { "x-kubernetes-list-type": "set" };
const MAP: CrdSchema = {
  "x-kubernetes-list-type": "map",
  "x-kubernetes-list-map-keys": ["name", "port"],
};

const CASES: readonly [string, CrdSchema, Value, number][] = [
  ["allows what is equal in an ordinary list", {}, [1, 1], 0],
  ["finds equal items of a set", SET, ["a", "b", "a", "a"], 2],
  ["finds equal keys of a map", MAP, [
    { name: "a", port: 1, x: 1 },
    { name: "a", port: 1, x: 2 },
  ], 1],
  ["allows keys of a map that differ in one field", MAP, [
    { name: "a", port: 1 },
    { name: "a", port: 2 },
  ], 0],
  [
    "looks into fields and items",
    {
      properties: { list: { items: { properties: { set: SET } } } },
    },
    { list: [{ set: [1, 1] }] },
    1,
  ],
];

for (const [criterion, schema, value, count] of CASES) {
  Deno.test(`duplicates() ${criterion}`, () => {
    assertEquals(duplicates(value, schema).length, count);
  });
}
