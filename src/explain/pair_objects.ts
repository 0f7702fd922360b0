import type { Undo } from "./changes.ts";

/**
 * Finds each object of one rendering in another one. Names may have changed
 * with what was tried: then kind and order tell.
 *
 * @param before The identity keys of the one.
 * @param after The identity keys of the other.
 * @param undo Takes the traces of what was tried out of a name.
 * @returns For each key of the one that has a partner, that of the other.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const pairs = pairObjects(["g/A/n/a", "g/B/n/b"], ["g/A/n/x", "g/B/n/b!"], (text) =>
 *   text.replace("!", "")
 * );
 * assertEquals([...pairs.values()], ["g/B/n/b!", "g/A/n/x"]);
 * ```
 */
export function pairObjects(
  before: Iterable<string>,
  after: Iterable<string>,
  undo: Undo,
): Map<string, string> {
  const pairs = new Map<string, string>();
  const free = new Map<string, string>();
  for (const key of after) free.set(undo(key), key);
  const left: string[] = [];
  for (const key of before) {
    const partner = free.get(key);
    if (partner === undefined) left.push(key);
    else pairs.set(key, partner);
    free.delete(key);
  }
  const byKind = Map.groupBy(free.values(), kindOf);
  for (const [kind, keys] of Map.groupBy(left, kindOf)) {
    const others = byKind.get(kind) ?? [];
    if (others.length !== keys.length) continue;
    for (const [index, key] of keys.entries()) {
      pairs.set(key, others[index] as string);
    }
  }
  return pairs;
}

/** Group and kind of an identity key. */
function kindOf(key: string): string {
  return key.split("/").slice(0, 2).join("/");
}
