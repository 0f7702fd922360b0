import { createHash } from "node:crypto";

/**
 * The key of a status on Bitbucket, which has room for 40 characters.
 *
 * @param context The name of the check.
 * @returns A digest of it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(statusKey("k0render/preview").length, 40);
 * ```
 */
export function statusKey(context: string): string {
  return createHash("sha1").update(context).digest("hex");
}
