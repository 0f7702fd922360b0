import { assertEquals } from "@std/assert";
import type { Value } from "../../model/mod.ts";
import { withDefaults } from "./defaults.ts";
import type { CrdSchema } from "./schema.ts";

const NAME = { properties: { name: { type: "string", default: "a" } } };

const CASES: readonly [string, CrdSchema, Value, Value][] = [
  ["fills in what is missing", NAME, {}, { name: "a" }],
  ["keeps what is there", NAME, { name: "b", x: 1 }, { name: "b", x: 1 }],
  ["replaces a null by the default", NAME, { name: null }, { name: "a" }],
  [
    "goes into a default",
    {
      properties: { a: { ...NAME, default: {} } },
    },
    {},
    { a: { name: "a" } },
  ],
  ["goes into lists", { items: NAME }, [{}], [{ name: "a" }]],
  ["goes into maps", { additionalProperties: NAME }, { k: {} }, {
    k: { name: "a" },
  }],
  [
    "drops a null that its field does not allow",
    {
      properties: { a: { type: "string" } },
    },
    { a: null },
    {},
  ],
  [
    "keeps a null that its field allows",
    {
      properties: { a: { type: "string", nullable: true } },
    },
    { a: null },
    { a: null },
  ],
  ["keeps a null of an unknown field", {}, { a: null }, { a: null }],
];

for (const [criterion, schema, value, expected] of CASES) {
  Deno.test(`withDefaults() ${criterion}`, () => {
    assertEquals(withDefaults(value, schema), expected);
  });
}
