/**
 * Objects that are there before and after a change.
 *
 * @module
 */

import type { DeclaredMap } from "../../k0rdent/mod.ts";

/** An object before and after a change. */
export interface Pair<Item> {
  readonly old: Item;
  readonly now: Item;
}

/**
 * Pairs what two maps have in common.
 *
 * @param before The objects before the change.
 * @param after Those after it.
 * @returns The objects of both, in the order of those after.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals([...pairs(new Map(), new Map())], []);
 * ```
 */
export function* pairs<Spec>(
  before: DeclaredMap<Spec>,
  after: DeclaredMap<Spec>,
): Generator<Pair<ReturnType<DeclaredMap<Spec>["get"]> & object>> {
  for (const [key, now] of after) {
    const old = before.get(key);
    if (old !== undefined) yield { old, now };
  }
}
