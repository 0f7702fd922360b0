import {
  type FieldPath,
  getField,
  isMap,
  setField,
  type Value,
  type ValueMap,
} from "../model/mod.ts";

/**
 * A copy with another value in one place.
 *
 * @param value What to copy; only what is changed is copied.
 * @param path The place.
 * @param replacement What is to be there; `undefined` takes away what is.
 * @returns The copy. Maps that are missing on the way come to be.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(edited({ a: [1, 2] }, ["a", 1], 3), { a: [1, 3] });
 * assertEquals(Object.keys(edited({ a: 1, b: 2 }, ["a"], undefined)), ["b"]);
 * ```
 */
export function edited<Edited extends Value>(
  value: Edited | undefined,
  path: FieldPath,
  replacement: Value | undefined,
): Edited {
  return replaced(value, path, replacement) as Edited;
}

function replaced(
  value: Value | undefined,
  [step, ...rest]: FieldPath,
  replacement: Value | undefined,
): Value | undefined {
  if (step === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      index === step ? replaced(item, rest, replacement) ?? null : item
    );
  }
  const copy: ValueMap = isMap(value) ? { ...value } : {};
  const key = String(step);
  const next = replaced(getField(copy, key), rest, replacement);
  if (next === undefined) delete copy[key];
  else setField(copy, key, next);
  return copy;
}
