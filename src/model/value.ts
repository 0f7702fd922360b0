/**
 * What a Kubernetes YAML document is made of.
 *
 * Integers that a JavaScript number cannot hold exactly are `bigint`, so that
 * they come out as they went in. `__proto__` and `constructor` are ordinary
 * keys: read with {@linkcode getField}, never with a bare `map[key]` on a key
 * that comes from input.
 *
 * @module
 */

/** A scalar, list or map of a Kubernetes YAML document. */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Value[]
  | ValueMap;

/** A map of a Kubernetes YAML document; keys are always strings. */
export type ValueMap = { [key: string]: Value };

/** The way from a document's root to one of its values. */
export type FieldPath = readonly (string | number)[];

/**
 * Whether a value is a map.
 *
 * @param value What to look at.
 * @returns Whether it is a map, neither a list nor a scalar.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isMap({ a: 1 }));
 * assert(!isMap([1]));
 * ```
 */
export function isMap(value: unknown): value is ValueMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Reads an own field of a map.
 *
 * @param map The map to read; anything else has no fields.
 * @param key The field's name.
 * @returns The value, or `undefined` where the map has no such own field.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(getField({ a: 1 }, "a"), 1);
 * assertEquals(getField({ a: 1 }, "constructor"), undefined);
 * ```
 */
export function getField(map: unknown, key: string): Value | undefined {
  return isMap(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}

/**
 * Writes a field of a map, also one named like a property of all objects.
 *
 * @param map The map to change.
 * @param key The field's name.
 * @param value What the field is to hold.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const map = {};
 * setField(map, "__proto__", 1);
 * assertEquals(Object.keys(map), ["__proto__"]);
 * ```
 */
export function setField<Field>(
  map: { [key: string]: Field },
  key: string,
  value: NoInfer<Field>,
): void {
  if (key !== "__proto__") {
    map[key] = value;
    return;
  }
  Object.defineProperty(map, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

/**
 * Reads the value at a path.
 *
 * @param value Where the path starts.
 * @param path The keys and indices to follow.
 * @returns The value, or `undefined` where the path leads nowhere.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(getPath({ a: [{ b: 1 }] }, ["a", 0, "b"]), 1);
 * ```
 */
export function getPath(value: unknown, path: FieldPath): Value | undefined {
  let here = value;
  for (const step of path) {
    here = typeof step === "number"
      ? (Array.isArray(here) ? here[step] : undefined)
      : getField(here, step);
  }
  return here as Value | undefined;
}

/**
 * Writes a path as people do: `spec.services[0].name`.
 *
 * @param path The path to write.
 * @returns The text; a key that is no plain word stands in brackets, quoted.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatPath(["spec", "services", 0, "name"]), "spec.services[0].name");
 * assertEquals(formatPath(["labels", "a.b/c"]), 'labels["a.b/c"]');
 * ```
 */
export function formatPath(path: FieldPath): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (!/^[A-Za-z_][\w-]*$/.test(step)) {
      text += `[${JSON.stringify(step)}]`;
    } else text += text === "" ? step : `.${step}`;
  }
  return text;
}
