import { assertEquals } from "@std/assert";
import { formatPath, type Value, type ValueMap } from "../../model/mod.ts";
import type { CrdSchema } from "./schema.ts";
import { compileStructure } from "./structure.ts";

function object(field: CrdSchema): CrdSchema {
  return {
    type: "object",
    properties: { metadata: { type: "object" }, a: field },
  };
}

const TEXT: CrdSchema = { type: "string" };

const CASES: readonly [string, CrdSchema, Value, string[]][] = [
  ["accepts what fits", TEXT, "b", []],
  ["finds a wrong type", TEXT, 1, [
    "crd/invalid-value a: expected a string, found the number 1",
  ]],
  ["names all types", { ...TEXT, nullable: true }, 1, [
    "crd/invalid-value a: expected a string or null, found the number 1",
  ]],
  [
    "takes numbers and texts for int-or-string",
    {
      "x-kubernetes-int-or-string": true,
    },
    "80%",
    [],
  ],
  [
    "finds what is neither a number nor a text",
    {
      "x-kubernetes-int-or-string": true,
    },
    [],
    [
      "crd/invalid-value a: expected a whole number or a string, found a list",
    ],
  ],
  [
    "finds an unknown field",
    {
      type: "object",
      properties: { name: TEXT },
    },
    { nmae: "b" },
    ["crd/unknown-field a.nmae: the CRD has no such field"],
  ],
  [
    "keeps unknown fields where the CRD does",
    {
      type: "object",
      "x-kubernetes-preserve-unknown-fields": true,
    },
    { b: 1 },
    [],
  ],
  [
    "knows the fields of embedded objects",
    {
      type: "object",
      properties: { spec: { type: "object" } },
      "x-kubernetes-embedded-resource": true,
    },
    { apiVersion: "v1", kind: "Pod", metadata: {}, spec: {} },
    [],
  ],
  [
    "finds a missing field",
    { type: "object", required: ["b"] } as CrdSchema,
    {},
    [
      "crd/missing-field a.b: it is required",
    ],
  ],
  [
    "finds a value that is not among those allowed",
    {
      ...TEXT,
      enum: ["Always", "Never"],
    } as CrdSchema,
    "Allways",
    [
      'crd/invalid-value a: expected one of "Always", "Never", found the string "Allways"',
    ],
  ],
  [
    "reads patterns as Go does",
    {
      ...TEXT,
      pattern: "(?i)^a+\\z",
    } as CrdSchema,
    "AAA",
    [],
  ],
  [
    "tells patterns apart",
    {
      type: "object",
      properties: {
        b: { ...TEXT, pattern: "^b$" } as CrdSchema,
        c: { ...TEXT, pattern: "^c$" } as CrdSchema,
      },
    },
    { b: "b", c: "b" },
    [
      'crd/invalid-value a.c: expected text that matches "^c$", found the string "b"',
    ],
  ],
  ["finds a text of another format", { ...TEXT, format: "date-time" }, "now", [
    'crd/invalid-value a: expected text of the format "date-time", found the string "now"',
  ]],
  [
    "passes over formats that Kubernetes does not know",
    {
      ...TEXT,
      format: "secret",
    },
    "now",
    [],
  ],
  [
    "finds a number out of range",
    {
      type: "integer",
      format: "int32",
    },
    2 ** 31,
    [
      "crd/invalid-value a: expected at most 2147483647, found the number 2147483648",
    ],
  ],
  [
    "finds what fits no alternative, once",
    {
      type: "object",
      properties: { b: TEXT, c: TEXT },
      oneOf: [{ required: ["b"] }, { required: ["c"] }],
    } as CrdSchema,
    {},
    [
      "crd/invalid-value a: it has to fit exactly one of the alternatives that the CRD allows",
    ],
  ],
  [
    "finds an item that repeats",
    {
      type: "array",
      items: TEXT,
      "x-kubernetes-list-type": "set",
    },
    ["b", "b"],
    ['crd/duplicate-item a[1]: "b" stands in a already'],
  ],
];

for (const [criterion, field, value, expected] of CASES) {
  Deno.test(`compileStructure() ${criterion}`, () => {
    assertEquals(problemsOf(object(field), { a: value }), expected);
  });
}

Deno.test("compileStructure() checks metadata as for all objects", () => {
  const labels = { "a b": "c", d: 1 as never };
  assertEquals(
    problemsOf(object(TEXT), { metadata: { name: "A", labels, nmae: "b" } }),
    [
      "crd/unknown-field metadata.nmae: the CRD has no such field",
      'crd/invalid-value metadata.name: expected text that matches "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", found the string "A"',
      'crd/invalid-value metadata.labels["a b"]: it is no allowed key',
      "crd/invalid-value metadata.labels.d: expected a string, found the number 1",
    ],
  );
});

Deno.test("compileStructure() narrows metadata by the CRD", () => {
  const name = { ...TEXT, maxLength: 3 } as CrdSchema;
  const schema = {
    type: "object",
    properties: { metadata: { type: "object", properties: { name } } },
  };
  assertEquals(problemsOf(schema, { metadata: { name: "abcd" } }), [
    'crd/invalid-value metadata.name: expected at most 3 characters, found the string "abcd"',
  ]);
});

function problemsOf(schema: CrdSchema, fields: ValueMap): string[] {
  const check = compileStructure(schema);
  return check({
    apiVersion: "a.b/v1",
    kind: "A",
    metadata: { name: "a" },
    ...fields,
  }).map(({ rule, path, detail }) => `${rule} ${formatPath(path)}: ${detail}`);
}
