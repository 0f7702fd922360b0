/**
 * Values as CEL sees them: with the types of their schema.
 *
 * @module
 */

import { decodeBase64 } from "@std/encoding";
import { evaluate } from "@marcbachmann/cel-js";
import { isMap, type Value } from "../../../model/mod.ts";
import { type CrdSchema, schemaOfField } from "../schema.ts";

/** A value of CEL: maps are `Map`, integers `bigint`, lists arrays. */
export type CelValue = unknown;

/** Words that CEL keeps for itself; Kubernetes writes `__in__` for them. */
const RESERVED = new Set(
  "true false null in as break const continue else for function if import let loop package namespace return var void while"
    .split(" "),
);

/**
 * Turns a value into one of CEL.
 *
 * @param value The value, with defaults.
 * @param schema Its structural schema.
 * @returns The value of CEL.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const schema = { properties: { import: { type: "integer" } } };
 * assertEquals(toCel({ import: 1 }, schema), new Map([["__import__", 1n]]));
 * ```
 */
export function toCel(value: Value, schema: CrdSchema): CelValue {
  if (Array.isArray(value)) {
    return value.map((item) => toCel(item, schema.items ?? {}));
  }
  if (isMap(value)) {
    const properties = schema.properties ?? {};
    return new Map(
      Object.entries(value).map(([key, field]) => [
        Object.hasOwn(properties, key) ? celName(key) : key,
        toCel(field, schemaOfField(schema, key) ?? {}),
      ]),
    );
  }
  if (typeof value === "string") return textToCel(value, schema.format);
  if (typeof value !== "number" || schema.type === "number") return value;
  return Number.isInteger(value) ? BigInt(value) : value;
}

/**
 * The name of a field in expressions, where only letters, digits and
 * underscores may stand, and no word of CEL's own.
 *
 * @param field The field's name.
 * @returns Its name in expressions.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(celName("namespace"), "__namespace__");
 * assertEquals(celName("a-b.c"), "a__dash__b__dot__c");
 * ```
 */
export function celName(field: string): string {
  if (RESERVED.has(field)) return `__${field}__`;
  return field.replaceAll("__", "__underscores__").replaceAll(".", "__dot__")
    .replaceAll("-", "__dash__").replaceAll("/", "__slash__");
}

function textToCel(text: string, format: string | undefined): CelValue {
  switch (format) {
    case "byte":
      return decodeBase64(text);
    case "date":
    case "date-time":
      return new Date(text);
    case "duration":
      return durationOf(text);
    default:
      return text;
  }
}

/** Kubernetes' format knows days too, CEL does not: those stay text. */
function durationOf(text: string): CelValue {
  return /[dw]/.test(text) ? text : evaluate("duration(text)", { text });
}
