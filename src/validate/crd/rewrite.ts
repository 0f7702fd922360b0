/**
 * A CRD's structural schema as plain JSON Schema that refuses what the API
 * server would refuse, or would silently drop.
 *
 * @module
 */

import type { CrdSchema } from "./schema.ts";

const INTEGER_RANGES: Readonly<Record<string, readonly [number, number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int64: [-(2 ** 63), 2 ** 63],
};

/** The fields that an embedded object has besides those of its schema. */
const OBJECT_FIELDS = {
  apiVersion: { type: "string" },
  kind: { type: "string" },
  metadata: { type: "object" },
};

/** Keywords that are rewritten, or that say nothing about validity. */
const DROPPED = new Set([
  "description",
  "title",
  "default",
  "example",
  "nullable",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
]);

/**
 * Rewrites a structural schema.
 *
 * @param schema The structural schema.
 * @returns A JSON Schema in which unknown fields are errors, integers have
 * the range of their format, and int-or-string is what it says.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(toJsonSchema({ type: "object" }), {
 *   type: ["object"],
 *   additionalProperties: false,
 * });
 * ```
 */
export function toJsonSchema(schema: CrdSchema): Record<string, unknown> {
  return {
    ...keptKeywords(schema),
    ...types(schema),
    ...range(schema),
    ...objectKeywords(schema),
    ...(schema.items && { items: toJsonSchema(schema.items) }),
  };
}

/**
 * The junctors (allOf, anyOf, oneOf, not) are among these, unchanged: in a
 * structural schema they only narrow values, and never declare fields. Only
 * the anyOf that goes with int-or-string says what its types say already.
 */
function keptKeywords(schema: CrdSchema): Record<string, unknown> {
  const kept = Object.entries(schema).filter(([keyword]) =>
    !DROPPED.has(keyword) && !keyword.startsWith("x-kubernetes-") &&
    !(keyword === "anyOf" && isIntOrString(schema))
  );
  return Object.fromEntries(kept);
}

function types(schema: CrdSchema): { type?: string[] } {
  const types = isIntOrString(schema)
    ? ["integer", "string"]
    : schema.type
    ? [schema.type]
    : [];
  if (types.length === 0) return {};
  return { type: schema.nullable ? [...types, "null"] : types };
}

function isIntOrString(schema: CrdSchema): boolean {
  return schema["x-kubernetes-int-or-string"] === true;
}

function range(schema: CrdSchema): Record<string, number> {
  const [lowest, highest] = INTEGER_RANGES[schema.format ?? ""] ?? [];
  const { minimum = lowest, maximum = highest } = schema;
  return {
    ...(minimum !== undefined && {
      [schema.exclusiveMinimum ? "exclusiveMinimum" : "minimum"]: minimum,
    }),
    ...(maximum !== undefined && {
      [schema.exclusiveMaximum ? "exclusiveMaximum" : "maximum"]: maximum,
    }),
  };
}

function objectKeywords(schema: CrdSchema): Record<string, unknown> {
  if (schema.type !== "object") return {};
  const { properties, additionalProperties } = schema;
  const embedded = schema["x-kubernetes-embedded-resource"] === true;
  const fields = Object.entries(properties ?? {})
    .map(([name, field]) => [name, toJsonSchema(field)] as const);
  return {
    ...((properties || embedded) && {
      properties: {
        ...(embedded && OBJECT_FIELDS),
        ...Object.fromEntries(fields),
      },
    }),
    additionalProperties: typeof additionalProperties === "object"
      ? toJsonSchema(additionalProperties)
      : additionalProperties ??
        schema["x-kubernetes-preserve-unknown-fields"] === true,
  };
}
