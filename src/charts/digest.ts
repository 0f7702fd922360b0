/**
 * Digests of archives.
 *
 * @module
 */

import { encodeHex } from "@std/encoding";
import { Unavailable } from "./unavailable.ts";

/**
 * The SHA-256 of some bytes.
 *
 * @param bytes The bytes.
 * @returns The digest, as `sha256:` and hex digits.
 *
 * @example
 * ```ts
 * import { assertMatch } from "@std/assert";
 * assertMatch(await digestOf(new Uint8Array()), /^sha256:e3b0c442/);
 * ```
 */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const data = bytes as Uint8Array<ArrayBuffer>;
  const digest = await crypto.subtle.digest("SHA-256", data);
  return `sha256:${encodeHex(digest)}`;
}

/**
 * Makes sure that bytes are what somebody said they would be.
 *
 * @param bytes The bytes.
 * @param expected Their digest; without `sha256:` as in an index.yaml.
 * @param what What they are, for the message.
 * @returns The digest.
 * @throws {Unavailable} If they have another digest.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { Unavailable } from "./unavailable.ts";
 * await assertRejects(
 *   () => checkDigest(new Uint8Array(), "sha256:0", "the archive"),
 *   Unavailable,
 *   "the archive has the digest",
 * );
 * ```
 */
export async function checkDigest(
  bytes: Uint8Array,
  expected: string,
  what: string,
): Promise<string> {
  const found = await digestOf(bytes);
  const wanted = expected.includes(":") ? expected : `sha256:${expected}`;
  if (found === wanted.toLowerCase()) return found;
  throw new Unavailable(
    `${what} has the digest "${found}", not "${wanted}"`,
    "Somebody changed it under the same name: find out who, then lock again.",
  );
}
