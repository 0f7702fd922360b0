/**
 * What a schema's complaint means, in plain words.
 *
 * @module
 */

import type { ErrorObject } from "ajv";
import { didYouMean } from "../k0rdent/did_you_mean.ts";
import { type FieldPath, formatPath, isMap } from "../model/mod.ts";

/** A complaint in plain words. */
export interface Violation {
  readonly field: FieldPath;
  readonly message: string;
}

/**
 * Describes a complaint.
 *
 * @param error The complaint, with the schema and the data it is about.
 * @returns The value it is about and what is wrong.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compileSchema } from "./schema.ts";
 * const { check } = compileSchema('{"properties": {"a": {"type": "string"}}}');
 * assertEquals(check({ a: 1 })[0]?.message, 'Cannot use value "a": expected a string, got 1');
 * ```
 */
export function describeViolation(error: ErrorObject): Violation {
  const parent = fieldOf(error.instancePath);
  const params = error.params as Record<string, unknown>;
  if (error.keyword === "required") {
    const field = [...parent, String(params.missingProperty)];
    return {
      field,
      message: `Cannot use the values: "${formatPath(field)}" is missing`,
    };
  }
  if (error.keyword === "additionalProperties") {
    return describeUnknown(error, [
      ...parent,
      String(params.additionalProperty),
    ]);
  }
  const what = parent.length === 0
    ? "the values"
    : `value "${formatPath(parent)}"`;
  return {
    field: parent,
    message: `Cannot use ${what}: ${describeRule(error, params)}`,
  };
}

function describeUnknown(error: ErrorObject, field: FieldPath): Violation {
  const schema: unknown = error.parentSchema;
  const known = isMap(schema) && isMap(schema.properties)
    ? Object.keys(schema.properties)
    : [];
  const close = didYouMean(String(field.at(-1)), known);
  const hint = close === undefined ? "" : `; did you mean "${close}"?`;
  const message = `Cannot use value "${
    formatPath(field)
  }": there is no such value${hint}`;
  return { field, message };
}

function describeRule(
  error: ErrorObject,
  params: Record<string, unknown>,
): string {
  switch (error.keyword) {
    case "type":
      return `expected ${describeTypes(params.type)}, got ${
        describeData(error.data)
      }`;
    case "enum":
      return `expected one of ${
        (params.allowedValues as unknown[]).map(describeData).join(", ")
      }, got ${describeData(error.data)}`;
    case "const":
      return `expected ${describeData(params.allowedValue)}, got ${
        describeData(error.data)
      }`;
    case "pattern":
      return `${describeData(error.data)} does not match ${params.pattern}`;
    default:
      return `it ${error.message ?? "does not fit the schema"}`;
  }
}

function describeTypes(type: unknown): string {
  const names = Array.isArray(type) ? type : String(type).split(",");
  return names.map((name) => TYPES[String(name)] ?? String(name)).join(" or ");
}

const TYPES: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "a boolean",
  integer: "a whole number",
  null: "null",
  number: "a number",
  object: "a map",
  string: "a string",
};

function describeData(data: unknown): string {
  if (Array.isArray(data)) return "a list";
  if (isMap(data)) return "a map";
  return typeof data === "string" ? JSON.stringify(data) : String(data);
}

/** A JSON pointer as a path; indices of lists are numbers. */
function fieldOf(pointer: string): FieldPath {
  return pointer.split("/").slice(1).map((step) =>
    /^\d+$/.test(step)
      ? Number(step)
      : step.replaceAll("~1", "/").replaceAll("~0", "~")
  );
}
