import { assertEquals } from "@std/assert";
import { toJsonSchema } from "./rewrite.ts";
import type { CrdSchema } from "./schema.ts";

const CASES: readonly [string, CrdSchema, unknown][] = [
  ["closes objects with fields", {
    type: "object",
    properties: { a: { type: "string", description: "an a" } },
  }, {
    type: ["object"],
    properties: { a: { type: ["string"] } },
    additionalProperties: false,
  }],
  ["leaves objects open that keep unknown fields", {
    type: "object",
    "x-kubernetes-preserve-unknown-fields": true,
  }, { type: ["object"], additionalProperties: true }],
  ["rewrites the values of maps", {
    type: "object",
    additionalProperties: { type: "string", nullable: true },
  }, {
    type: ["object"],
    additionalProperties: { type: ["string", "null"] },
  }],
  ["gives embedded objects their type and metadata", {
    type: "object",
    properties: {},
    "x-kubernetes-embedded-resource": true,
  }, {
    type: ["object"],
    properties: {
      apiVersion: { type: "string" },
      kind: { type: "string" },
      metadata: { type: "object" },
    },
    additionalProperties: false,
  }],
  ["takes integers and strings for int-or-string", {
    "x-kubernetes-int-or-string": true,
  }, { type: ["integer", "string"] }],
  ["gives integers the range of their format", {
    type: "integer",
    format: "int32",
    minimum: 0,
  }, { type: ["integer"], format: "int32", minimum: 0, maximum: 2147483647 }],
  ["rewrites bounds that are not part of the range", {
    type: "number",
    minimum: 0,
    exclusiveMinimum: true,
  }, { type: ["number"], exclusiveMinimum: 0 }],
];

for (const [criterion, schema, expected] of CASES) {
  Deno.test(`toJsonSchema() ${criterion}`, () => {
    assertEquals(toJsonSchema(schema) as unknown, expected);
  });
}
