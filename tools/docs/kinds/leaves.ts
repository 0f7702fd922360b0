/**
 * The fields of a spec that hold values.
 *
 * @module
 */

import { type FieldPath, isMap, type Value } from "../../../src/model/mod.ts";

/** A value of a spec, and where it stands. */
export interface Leaf {
  readonly path: FieldPath;
  readonly value: Value;
}

/**
 * Lists the values of a spec.
 *
 * @param value The spec, or a part of it.
 * @param path Where the part stands.
 * @param opaque Fields whose contents are the user's own, as `config`.
 * @returns All values that are neither maps nor lists, except for opaque ones.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const found = [...leaves({ a: [{ b: 1 }] }, [], new Set())];
 * assertEquals(found, [{ path: ["a", 0, "b"], value: 1 }]);
 * ```
 */
export function* leaves(
  value: Value,
  path: FieldPath,
  opaque: ReadonlySet<string>,
): Generator<Leaf> {
  const isWhole = opaque.has(fieldName(path));
  if (!isWhole && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* leaves(item, [...path, index], opaque);
    }
  } else if (!isWhole && isMap(value)) {
    for (const [key, item] of Object.entries(value)) {
      yield* leaves(item, [...path, key], opaque);
    }
  } else {
    yield { path, value };
  }
}

/**
 * The name of a field, the same for all items of a list.
 *
 * @param path Where a value stands.
 * @returns For instance `services[].name`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(fieldName(["services", 3, "name"]), "services[].name");
 * ```
 */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === "number") return `${name}[]`;
    return name === "" ? step : `${name}.${step}`;
  }, "");
}
