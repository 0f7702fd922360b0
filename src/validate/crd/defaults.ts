/**
 * What an API server does to an object before it validates it: nulls that
 * their field does not allow are dropped, and defaults filled in.
 *
 * @module
 */

import { isMap, setField, type Value, type ValueMap } from "../../model/mod.ts";
import { type CrdSchema, schemaOfField } from "./schema.ts";

/**
 * Fills in defaults and drops nulls, as an API server does. JSON Schema knows
 * one kind of number, so large integers become that.
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
  if (isMap(value)) return mapWithDefaults(value, schema);
  return typeof value === "bigint" ? Number(value) : value;
}

function listWithDefaults(list: Value[], items: CrdSchema): Value[] {
  const result = list.map((item) => {
    const missing = item === null && !items.nullable;
    return withDefaults(missing ? items.default ?? null : item, items);
  });
  return result.every((item, index) => item === list[index]) ? list : result;
}

/** Most maps stay as they are: only others are copied. */
function mapWithDefaults(map: ValueMap, schema: CrdSchema): ValueMap {
  let result = map;
  for (const key of Object.keys(map)) {
    const given = map[key] ?? null;
    const value = fieldWithDefaults(given, schemaOfField(schema, key));
    if (value === given) continue;
    if (result === map) result = { ...map };
    if (value === undefined) delete result[key];
    else setField(result, key, value);
  }
  for (const [key, value] of defaultsOf(schema)) {
    if (Object.hasOwn(map, key)) continue;
    if (result === map) result = { ...map };
    setField(result, key, value);
  }
  return result;
}

function fieldWithDefaults(
  given: Value,
  field: CrdSchema | undefined,
): Value | undefined {
  if (field === undefined) return withDefaults(given, {});
  const missing = given === null && !field.nullable;
  const value = missing ? field.default : given;
  return value === undefined ? undefined : withDefaults(value, field);
}

/** The defaults of each schema's fields, with the defaults in them. */
const known = new WeakMap<CrdSchema, readonly (readonly [string, Value])[]>();

function defaultsOf(schema: CrdSchema): readonly (readonly [string, Value])[] {
  const found = known.get(schema);
  if (found !== undefined) return found;
  const defaults = Object.entries(schema.properties ?? {}).flatMap(
    ([name, field]) =>
      field.default === undefined
        ? []
        : [[name, withDefaults(field.default, field)] as const],
  );
  known.set(schema, defaults);
  return defaults;
}
