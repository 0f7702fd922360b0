import { assert, assertEquals, assertThrows } from "@std/assert";
import type { ValueMap } from "../model/mod.ts";
import { compileSchema } from "./schema.ts";

function messages(schema: ValueMap, values: ValueMap): string[] {
  return compileSchema(JSON.stringify(schema)).check(values)
    .map(({ message }) => message);
}

Deno.test("compileSchema() says in plain words what is wrong with values", () => {
  const k0s = {
    type: "object",
    required: ["version"],
    additionalProperties: false,
    properties: {
      version: { type: "string" },
      arch: { enum: ["amd64", "arm64"] },
    },
  };
  const properties = {
    k0s,
    workersNumber: { type: "integer", minimum: 0 },
    mode: { const: "on" },
    region: { pattern: "^[a-z]+$" },
    zones: { type: "array", items: { type: ["string", "null"] } },
    either: { anyOf: [{ type: "string" }, { type: "integer" }] },
  };
  const schema = { type: "object", required: ["k0s"], properties };
  const table: [values: ValueMap, messages: string[]][] = [
    [{ k0s: { version: "v1" } }, []],
    [{}, ['Cannot use the values: "k0s" is missing']],
    [{ k0s: {} }, ['Cannot use the values: "k0s.version" is missing']],
    [{ k0s: { version: "v1", verison: "v2" } }, [
      'Cannot use value "k0s.verison": there is no such value; did you mean "version"?',
    ]],
    [{ k0s: { version: 1.3 } }, [
      'Cannot use value "k0s.version": expected a string, got 1.3',
    ]],
    [{ k0s: { version: "v1", arch: "arm" } }, [
      'Cannot use value "k0s.arch": expected one of "amd64", "arm64", got "arm"',
    ]],
    [{ k0s: { version: "v1" }, workersNumber: "2" }, [
      'Cannot use value "workersNumber": expected a whole number, got "2"',
    ]],
    [{ k0s: { version: "v1" }, workersNumber: -1 }, [
      'Cannot use value "workersNumber": it must be >= 0',
    ]],
    [{ k0s: { version: "v1" }, mode: "off" }, [
      'Cannot use value "mode": expected "on", got "off"',
    ]],
    [{ k0s: { version: "v1" }, region: "X" }, [
      'Cannot use value "region": "X" does not match ^[a-z]+$',
    ]],
    [{ k0s: { version: "v1" }, zones: ["a", {}] }, [
      'Cannot use value "zones[1]": expected a string or null, got a map',
    ]],
    [{ k0s: { version: "v1" }, either: true }, [
      'Cannot use value "either": expected a string, got true',
      'Cannot use value "either": expected a whole number, got true',
    ]],
  ];
  for (const [values, expected] of table) {
    assertEquals(messages(schema, values), expected);
  }
});

Deno.test("compileSchema() names the field, for finding its line", () => {
  const schema = {
    properties: {
      zones: { items: { properties: { "a/b": { type: "string" } } } },
    },
  };
  const [problem] = compileSchema(JSON.stringify(schema)).check({
    zones: [{ "a/b": 1 }],
  });
  assertEquals(problem?.field, ["zones", 0, "a/b"]);
  assertEquals(problem?.path, 'zones[0]["a/b"]');
});

Deno.test("compileSchema() knows draft 7, and takes others for the newest", () => {
  const tuple = { a: { prefixItems: [{ type: "string" }] } };
  const drafts: [draft: string, refused: number][] = [
    ["https://json-schema.org/draft/2020-12/schema", 1],
    ["http://json-schema.org/draft-07/schema#", 0],
    ["https://json-schema.org/draft/2019-09/schema", 0],
    ["http://json-schema.org/schema#", 1],
  ];
  for (const [draft, refused] of drafts) {
    const schema = { $schema: draft, properties: tuple };
    assertEquals(messages(schema, { a: [1] }).length, refused, draft);
  }
});

Deno.test("compileSchema() takes a bigint for a whole number", () => {
  const schema = { properties: { a: { type: "integer" } } };
  assertEquals(messages(schema, { a: 2n ** 60n }), []);
});

Deno.test("compileSchema() refuses what is no schema, and follows no reference out", () => {
  for (
    const text of [
      "{",
      "[]",
      '{"type": "nothing"}',
      '{"$ref": "https://example.com/a.json"}',
    ]
  ) {
    assertThrows(() => compileSchema(text));
  }
});

Deno.test("compileSchema() matches patterns in linear time", () => {
  const schema = { properties: { a: { pattern: "^(a+)+$" } } };
  const start = performance.now();
  assertEquals(messages(schema, { a: `${"a".repeat(50)}!` }).length, 1);
  assert(performance.now() - start < 20_000);
});
