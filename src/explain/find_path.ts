import { type FieldPath, getField, isMap, type Value } from "../model/mod.ts";

/**
 * Finds a value by the way to it as people write it: `spec.config.region`,
 * `args[0]` or `args.0`, `labels["a.b/c"]` or just `labels.a.b/c`.
 *
 * @param value Where to look.
 * @param text The way.
 * @returns The path, of which the longest key that fits is taken each time;
 * `undefined` where there is no such value.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const value = { labels: { "a.b/c": 1 }, args: ["x"] };
 * assertEquals(findPath(value, "labels.a.b/c"), ["labels", "a.b/c"]);
 * assertEquals(findPath(value, "args[0]"), ["args", 0]);
 * assertEquals(findPath(value, "nothing"), undefined);
 * assertEquals(findPath(value, "["), undefined);
 * ```
 */
export function findPath(value: Value, text: string): FieldPath | undefined {
  const steps = stepsOf(text);
  return text !== "" && steps.length === 0 ? undefined : follow(value, steps);
}

/**
 * The steps of a path as people write it; keys with dots in them come apart.
 *
 * @param text The path.
 * @returns The steps.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(stepsOf('a[0].b["c.d"]'), ["a", "0", "b", "c.d"]);
 * ```
 */
export function stepsOf(text: string): string[] {
  return [...text.matchAll(/\["([^"]*)"\]|\[(\d+)\]|([^.[\]]+)/g)]
    .map(([, quoted, index, plain]) => quoted ?? index ?? plain ?? "");
}

function follow(
  value: Value | undefined,
  steps: readonly string[],
): FieldPath | undefined {
  const [first, ...rest] = steps;
  if (first === undefined) return value === undefined ? undefined : [];
  if (Array.isArray(value)) {
    const index = Number(first);
    const path = follow(value[index], rest);
    return path && [index, ...path];
  }
  if (!isMap(value)) return undefined;
  for (let count = steps.length; count > 0; count -= 1) {
    const key = steps.slice(0, count).join(".");
    const path = follow(getField(value, key), steps.slice(count));
    if (path !== undefined) return [key, ...path];
  }
  return undefined;
}
