/**
 * Numbers of things, in words.
 *
 * @module
 */

/**
 * A number as people read it, in every locale the same.
 *
 * @param count The number.
 * @returns For instance `1,000`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(formatCount(1234567), "1,234,567");
 * ```
 */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/**
 * A number with its noun.
 *
 * @param count How many.
 * @param noun What, in the singular; it takes an `s`.
 * @returns For instance `1 cluster` or `37 clusters`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(countOf(1, "cluster"), "1 cluster");
 * assertEquals(countOf(0, "cluster"), "0 clusters");
 * ```
 */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/**
 * The first of many, and how many more there are.
 *
 * @param all All of them.
 * @param limit How many to name. One more is named rather than counted.
 * @returns Those to name, and the number of the others.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(firstOf(["a", "b", "c"], 1), { named: ["a"], more: 2 });
 * assertEquals(firstOf(["a", "b"], 1), { named: ["a", "b"], more: 0 });
 * ```
 */
export function firstOf<Item>(
  all: readonly Item[],
  limit: number,
): { readonly named: readonly Item[]; readonly more: number } {
  if (all.length <= limit + 1) return { named: all, more: 0 };
  return { named: all.slice(0, limit), more: all.length - limit };
}
