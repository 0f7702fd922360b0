/**
 * Duplicates in lists that a structural schema declares to be sets or maps:
 * what JSON Schema cannot say.
 *
 * @module
 */

import {
  type FieldPath,
  getField,
  isMap,
  type Value,
} from "../../model/mod.ts";
import { type CrdSchema, schemaOfField } from "./schema.ts";

/** An item of a list that was there before. */
export interface Duplicate {
  readonly path: FieldPath;
  /** The item, or those of its fields that are its key, as JSON. */
  readonly key: string;
}

/**
 * Finds duplicate items of sets and duplicate keys of maps.
 *
 * @param value The object, or a part of it, with its defaults.
 * @param schema Its structural schema.
 * @param path Where the value stands.
 * @returns The second and later of equal items.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const schema = { type: "array", "x-kubernetes-list-type": "set" } as const;
 * assertEquals(duplicates(["a", "a"], schema), [{ path: [1], key: '"a"' }]);
 * ```
 */
export function duplicates(
  value: Value,
  schema: CrdSchema,
  path: FieldPath = [],
): Duplicate[] {
  if (Array.isArray(value)) {
    const items = schema.items ?? {};
    return [
      ...duplicateItems(value, schema, path),
      ...value.flatMap((item, i) => duplicates(item, items, [...path, i])),
    ];
  }
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const field = schemaOfField(schema, name);
    return field && typeof child === "object"
      ? duplicates(child, field, [...path, name])
      : [];
  });
}

function duplicateItems(
  list: Value[],
  schema: CrdSchema,
  path: FieldPath,
): Duplicate[] {
  const type = schema["x-kubernetes-list-type"];
  if (type !== "set" && type !== "map") return [];
  const keys = schema["x-kubernetes-list-map-keys"] ?? [];
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const key = JSON.stringify(
      type === "set" ? item : keys.map((name) => getField(item, name) ?? null),
    );
    if (seen.has(key)) return [{ path: [...path, index], key }];
    seen.add(key);
    return [];
  });
}
