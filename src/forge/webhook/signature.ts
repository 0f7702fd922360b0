/**
 * Whether a webhook comes from who knows the secret.
 *
 * @module
 */

import { decodeBase64 } from "@std/encoding";
import { Buffer } from "node:buffer";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** What a signature is over, and with what. */
export interface Signed {
  /** An empty key signs nothing. */
  readonly key: string | Uint8Array;
  /** The parts, one after another. */
  readonly parts: readonly (string | Uint8Array)[];
}

const HEX_MAC = /^[0-9a-f]{64}$/;
const BASE64_MAC = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Whether a text is the HMAC-SHA256 of something, in constant time.
 *
 * @param mac The text: hexadecimal or base64.
 * @param signed What it should be over.
 * @returns Whether it is; never for an empty key or an empty text.
 *
 * @example The example of GitHub's documentation
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const mac =
 *   "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
 * const signed = { key: "It's a Secret to Everybody", parts: ["Hello, World!"] };
 * assertEquals(isSignature(mac, signed), true);
 * assertEquals(isSignature("", signed), false);
 * ```
 */
export function isSignature(
  mac: string | null | undefined,
  { key, parts }: Signed,
): boolean {
  const given = decodeMac(mac ?? "");
  if (given === undefined || key.length === 0) return false;
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return timingSafeEqual(given, hmac.digest());
}

/**
 * Whether two secrets are the same, in a time that tells nothing of them.
 *
 * @param given What was sent.
 * @param secret What is known.
 * @returns Whether they are; never if one is empty.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(isSecret("s3cret", "s3cret"), true);
 * assertEquals(isSecret("", ""), false);
 * ```
 */
export function isSecret(
  given: string | null | undefined,
  secret: string,
): boolean {
  if (given === null || given === undefined || given === "") return false;
  // Digests have one length, so that the comparison does not tell it.
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

/**
 * Decodes base64 that may be none.
 *
 * @param text The text.
 * @returns The bytes, if it is base64.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(tryDecodeBase64("aGk=")?.length, 2);
 * assertEquals(tryDecodeBase64("hi!"), undefined);
 * ```
 */
export function tryDecodeBase64(
  text: string,
): Uint8Array<ArrayBuffer> | undefined {
  try {
    return decodeBase64(text);
  } catch {
    return undefined;
  }
}

function decodeMac(mac: string): Buffer | undefined {
  if (HEX_MAC.test(mac)) return Buffer.from(mac, "hex");
  return BASE64_MAC.test(mac) ? Buffer.from(mac, "base64") : undefined;
}
