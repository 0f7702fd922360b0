/**
 * A memory of what was made from texts.
 *
 * @module
 */

/**
 * Makes a function remember its results by the text they are made from, so
 * that a service that loads the same templates again does no work twice.
 *
 * @param make What makes the result; it may look at nothing but the text.
 * @param limit How many results are kept; the oldest go first.
 * @returns The function with a memory.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * let calls = 0;
 * const sizeOf = byText((text) => (calls++, text.length), 10);
 * assertEquals([sizeOf("ab"), sizeOf("ab"), calls], [2, 2, 1]);
 * ```
 */
export function byText<Result>(
  make: (text: string) => Result,
  limit: number,
): (text: string) => Result {
  const results = new Map<string, { readonly result: Result }>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known.result;
    const result = make(text);
    const [oldest] = results.keys();
    if (results.size >= limit && oldest !== undefined) results.delete(oldest);
    results.set(text, { result });
    return result;
  };
}
