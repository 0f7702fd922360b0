/**
 * The key that commits are signed with.
 *
 * @module
 */

import { decodeBase64 } from "@std/encoding";
import { concatBytes, SshReader } from "./ssh_wire.ts";

/** An Ed25519 key pair, the private half out of reach of our own code. */
export interface SigningKey {
  /** The public key as SSH writes it, with its type before it. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly privateKey: CryptoKey;
}

/** A key, or what is wrong with the file, to follow a colon. */
export type SigningKeyOutcome =
  | { readonly kind: "key"; readonly key: SigningKey }
  | { readonly kind: "unusable"; readonly reason: string };

const ARMOUR =
  /-----BEGIN OPENSSH PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END OPENSSH PRIVATE KEY-----/;
const MAGIC = "openssh-key-v1\0";
const KEY_TYPE = "ssh-ed25519";
const SEED_BYTES = 32;

/** The fixed part of an Ed25519 key in PKCS #8, before the seed. */
const PKCS8_PREFIX = new Uint8Array([
  ...[0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06],
  ...[0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20],
]);

/**
 * Reads an OpenSSH private key, as `ssh-keygen -t ed25519 -N ""` writes it.
 *
 * @param text The file's text.
 * @returns The key, or why it cannot be used.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals((await readSigningKey("no key")).kind, "unusable");
 * ```
 */
export async function readSigningKey(text: string): Promise<SigningKeyOutcome> {
  const base64 = ARMOUR.exec(text)?.[1];
  if (base64 === undefined) {
    return unusable("it is no OpenSSH private key file");
  }
  try {
    return await parseKey(decodeBase64(base64.replace(/\s/g, "")));
  } catch {
    return unusable("it is damaged");
  }
}

async function parseKey(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SigningKeyOutcome> {
  const reader = new SshReader(bytes);
  const magic = new TextDecoder().decode(reader.bytes(MAGIC.length));
  if (magic !== MAGIC) return unusable("it is no OpenSSH private key file");
  const cipher = reader.text();
  reader.string();
  reader.string();
  if (cipher !== "none") {
    return unusable(
      "it is protected by a passphrase: use a key without one",
    );
  }
  if (reader.uint32() !== 1) return unusable("it holds more than one key");
  const publicKey = reader.string();
  const type = new SshReader(publicKey).text();
  if (type !== KEY_TYPE) {
    return unusable(
      `its type is "${type}": make one with "ssh-keygen -t ed25519"`,
    );
  }
  const seed = readSeed(new SshReader(reader.string()));
  return {
    kind: "key",
    key: { publicKey, privateKey: await importSeed(seed) },
  };
}

/** The private part: two equal check numbers, the type, both keys. */
function readSeed(reader: SshReader): Uint8Array<ArrayBuffer> {
  if (reader.uint32() !== reader.uint32()) {
    throw new RangeError("Cannot read the private key: its check differs");
  }
  reader.string();
  reader.string();
  return reader.string().slice(0, SEED_BYTES);
}

function importSeed(seed: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const pkcs8 = concatBytes([PKCS8_PREFIX, seed]);
  return crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", false, ["sign"]);
}

function unusable(reason: string): SigningKeyOutcome {
  return { kind: "unusable", reason };
}
