/**
 * What an API server does to an object before it validates it: nulls that
 * their field does not allow are dropped, and defaults filled in.
 *
 * @module
 */

import {
  getField,
  isMap,
  setField,
  type Value,
  type ValueMap,
} from "../../src/model/mod.ts";
import { type CrdSchema, schemaOfField } from "./schema.ts";

/**
 * Fills in defaults and drops nulls, as an API server does.
 *
 * @param value The object, or a part of it; stays as it is.
 * @param schema Its structural schema.
 * @returns The value that the API server would validate.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const schema = { properties: { a: { default: 1 }, b: { type: "string" } } };
 * assertEquals(withDefaults({ b: null }, schema), { a: 1 });
 * ```
 */
export function withDefaults(value: Value, schema: CrdSchema): Value {
  if (Array.isArray(value)) return listWithDefaults(value, schema.items ?? {});
  return isMap(value) ? mapWithDefaults(value, schema) : value;
}

function listWithDefaults(list: Value[], items: CrdSchema): Value[] {
  return list.map((item) => {
    const missing = item === null && !items.nullable;
    return withDefaults(missing ? items.default ?? null : item, items);
  });
}

function mapWithDefaults(map: ValueMap, schema: CrdSchema): ValueMap {
  const properties = schema.properties ?? {};
  const keys = new Set([...Object.keys(map), ...Object.keys(properties)]);
  const result: ValueMap = {};
  for (const key of keys) {
    const field = schemaOfField(schema, key);
    const given = getField(map, key);
    const missing = given === undefined ||
      (given === null && field !== undefined && !field.nullable);
    const value = missing ? field?.default : given;
    if (value === undefined) continue;
    setField(result, key, field ? withDefaults(value, field) : value);
  }
  return result;
}
