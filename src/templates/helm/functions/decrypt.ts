/**
 * The opening of what `encryptAES` has sealed, which needs no chance.
 *
 * @module
 */

import { createDecipheriv } from "node:crypto";
import { fromBytes, toBytes } from "../go/byte_string.ts";
import { GoFailure } from "../go/failure.ts";
import { decodeBase64 } from "./base64.ts";
import { fn, type Functions } from "./define.ts";

const KEY_BYTES = 32;
const BLOCK_BYTES = 16;

/** The opening of what `encryptAES` has sealed. */
export const DECRYPT: Functions = {
  decryptAES: fn(
    ["string", "string"],
    ([password, sealed]) => sealed === "" ? "" : open(password, sealed),
  ),
};

/** AES-256 in CBC mode; the password is cut or filled up to be the key. */
function open(password: string, sealed: string): string {
  const bytes = decodeBase64(toBytes(sealed));
  if (typeof bytes === "string") throw new GoFailure(bytes);
  if (bytes.length < BLOCK_BYTES) {
    const capacity = Math.floor(sealed.length / 4) * 3;
    throw new GoFailure(
      "runtime error: slice bounds out of range " +
        `[:${BLOCK_BYTES}] with capacity ${capacity}`,
    );
  }
  if (bytes.length % BLOCK_BYTES !== 0) {
    throw new GoFailure("crypto/cipher: input not full blocks");
  }
  const key = new Uint8Array(KEY_BYTES);
  key.set(toBytes(password).subarray(0, KEY_BYTES));
  const start = bytes.subarray(0, BLOCK_BYTES);
  const decipher = createDecipheriv("aes-256-cbc", key, start)
    .setAutoPadding(false);
  return unpad(decipher.update(bytes.subarray(BLOCK_BYTES)));
}

/** The last byte says how many bytes were filled in. */
function unpad(bytes: Uint8Array): string {
  const padding = bytes.at(-1);
  if (padding === undefined) {
    throw new GoFailure("runtime error: index out of range [-1]");
  }
  const length = bytes.length - padding;
  if (length >= 0) return fromBytes(bytes.subarray(0, length));
  throw new GoFailure(
    `runtime error: slice bounds out of range [:${length}]`,
  );
}
