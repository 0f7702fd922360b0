/**
 * What is computed of an object once.
 *
 * @module
 */

/**
 * Remembers what a pure function makes of an object for as long as the object
 * lives, so that it must not be changed afterwards.
 *
 * @param compute The function: its result depends on nothing but the object.
 * @returns The same function, which computes once for each object.
 *
 * @example
 * ```ts
 * import { assertStrictEquals } from "@std/assert";
 * const keysOf = remember((map: object) => Object.keys(map));
 * const map = { a: 1 };
 * assertStrictEquals(keysOf(map), keysOf(map));
 * ```
 */
export function remember<Key extends WeakKey, Result>(
  compute: (key: Key) => Result,
): (key: Key) => Result {
  const known = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    let entry = known.get(key);
    if (entry === undefined) {
      entry = { result: compute(key) };
      known.set(key, entry);
    }
    return entry.result;
  };
}
