/**
 * The ids that Git gives to contents.
 *
 * @module
 */

import { createHash } from "node:crypto";

/**
 * The id of a blob in a SHA-1 repository.
 *
 * @param text The blob's content.
 * @returns The id, in hex.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(blobId(""), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
 * ```
 */
export function blobId(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes)
    .digest("hex");
}
