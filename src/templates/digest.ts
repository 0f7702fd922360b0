/**
 * What identifies a set of files.
 *
 * @module
 */

import { createHash } from "node:crypto";

/**
 * Digests files, in the order of their paths.
 *
 * @param files Maps of path → text; a later map wins nothing, all count.
 * @returns The SHA-256 in hex.
 *
 * @example
 * ```ts
 * import { assertNotEquals } from "@std/assert";
 * assertNotEquals(
 *   digestFiles(new Map([["a", "bc"]])),
 *   digestFiles(new Map([["ab", "c"]])),
 * );
 * ```
 */
export function digestFiles(...files: ReadonlyMap<string, string>[]): string {
  const hash = createHash("sha256");
  for (const map of files) {
    hash.update(`${map.size}\n`);
    for (const path of [...map.keys()].sort()) {
      const text = map.get(path) as string;
      hash.update(`${path.length} ${text.length} ${path}${text}`);
    }
  }
  return hash.digest("hex");
}
