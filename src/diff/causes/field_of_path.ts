import {
  type ChangePath,
  type FieldPath,
  getField,
  type Value,
} from "../../model/mod.ts";
import { sameValue } from "../objects/mod.ts";

/**
 * Where the way to a change leads in one of the two values.
 *
 * @param value The value, on one side of the change.
 * @param path The way to what changed.
 * @returns The same way with positions in the place of keys, as far as the
 * value goes along.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const value = { services: [{ name: "a" }, { name: "b", values: "x" }] };
 * const path = ["services", { keys: { name: "b" } }, "values"];
 * assertEquals(fieldOfPath(value, path), ["services", 1, "values"]);
 * ```
 */
export function fieldOfPath(value: Value, path: ChangePath): FieldPath {
  const field: (string | number)[] = [];
  let here: Value | undefined = value;
  for (const step of path) {
    const key: string | number = typeof step === "object"
      ? indexOf(here, step.keys)
      : step;
    const next: Value | undefined = typeof key === "number"
      ? (Array.isArray(here) ? here[key] : undefined)
      : getField(here, key);
    if (next === undefined) return field;
    field.push(key);
    here = next;
  }
  return field;
}

function indexOf(
  list: Value | undefined,
  keys: Readonly<Record<string, Value>>,
): number {
  const fields = Object.entries(keys);
  return Array.isArray(list)
    ? list.findIndex((item) =>
      fields.every(([field, value]) => {
        const other = getField(item, field);
        return other !== undefined && sameValue(other, value);
      })
    )
    : -1;
}
