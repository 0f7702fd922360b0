/**
 * Two rendered trees, wherever they are kept.
 *
 * @module
 */

import type { Side } from "../../model/mod.ts";

/** A file to read. */
export interface WantedFile {
  /** The path from the tree's root, with `/`. */
  readonly path: string;
  /** The Git blob id that the unit's record has for it. */
  readonly oid?: string;
}

/**
 * Two rendered trees. Whoever keeps them says which files differ without
 * reading what is the same; of the others only those of units that differ are
 * ever read.
 */
export interface TreePair {
  /** The paths of all files that differ, in any order. */
  readonly changed: readonly string[];
  /**
   * Reads files of one side.
   *
   * @param side Which side.
   * @param files The files.
   * @returns Their texts by path; files that it does not have are left out.
   */
  read(
    side: Side,
    files: readonly WantedFile[],
  ): Promise<ReadonlyMap<string, string>>;
}

/**
 * Two trees in memory.
 *
 * @param before The one tree: texts by path.
 * @param after The other tree, alike.
 * @returns The pair.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const pair = treePair(new Map([["a", "1"], ["b", "1"]]), new Map([["b", "2"]]));
 * assertEquals(pair.changed, ["a", "b"]);
 * assertEquals(await pair.read("after", [{ path: "a" }, { path: "b" }]), new Map([["b", "2"]]));
 * ```
 */
export function treePair(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): TreePair {
  const paths = new Set([...before.keys(), ...after.keys()]);
  const sides = { before, after };
  return {
    changed: [...paths].filter((path) => before.get(path) !== after.get(path)),
    read(side, files) {
      const texts = files.flatMap(({ path }) => {
        const text = sides[side].get(path);
        return text === undefined ? [] : [[path, text] as const];
      });
      return Promise.resolve(new Map(texts));
    },
  };
}
