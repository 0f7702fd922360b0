/**
 * SSH signatures, as `ssh-keygen -Y sign -n git` makes them.
 *
 * @module
 */

import { encodeBase64 } from "@std/encoding";
import type { SigningKey } from "./signing_key.ts";
import { concatBytes, sshString, sshUint32 } from "./ssh_wire.ts";

const MAGIC = new TextEncoder().encode("SSHSIG");
const VERSION = 1;
const NAMESPACE = "git";
const HASH = "sha512";
const LINE_LENGTH = 70;

/**
 * Signs a text for git.
 *
 * @param text The text, as the commit object without its signature.
 * @param key The key to sign with.
 * @returns The armoured signature.
 *
 * @example
 * ```ts
 * import { assertMatch } from "@std/assert";
 * const algorithm = { name: "Ed25519" };
 * const pair = await crypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
 * const { privateKey } = pair as CryptoKeyPair;
 * const key = { publicKey: new Uint8Array(51), privateKey };
 * assertMatch(await signSsh("text", key), /^-----BEGIN SSH SIGNATURE-----\n/);
 * ```
 */
export async function signSsh(text: string, key: SigningKey): Promise<string> {
  const digest = await crypto.subtle.digest(
    "SHA-512",
    new TextEncoder().encode(text),
  );
  const signed = concatBytes([
    MAGIC,
    sshString(NAMESPACE),
    sshString(""),
    sshString(HASH),
    sshString(new Uint8Array(digest)),
  ]);
  const raw = await crypto.subtle.sign("Ed25519", key.privateKey, signed);
  return armour(concatBytes([
    MAGIC,
    sshUint32(VERSION),
    sshString(key.publicKey),
    sshString(NAMESPACE),
    sshString(""),
    sshString(HASH),
    sshString(
      concatBytes([sshString("ssh-ed25519"), sshString(new Uint8Array(raw))]),
    ),
  ]));
}

function armour(signature: Uint8Array<ArrayBuffer>): string {
  const lines = encodeBase64(signature)
    .match(new RegExp(`.{1,${LINE_LENGTH}}`, "g")) ?? [];
  return [
    "-----BEGIN SSH SIGNATURE-----",
    ...lines,
    "-----END SSH SIGNATURE-----",
    "",
  ].join("\n");
}
