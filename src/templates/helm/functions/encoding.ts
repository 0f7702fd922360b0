/**
 * Encodings of bytes.
 *
 * @module
 */

import { encodeBase64 } from "@std/encoding";
import { fromBytes, toBytes } from "../go/byte_string.ts";
import { decodeBase32, encodeBase32 } from "./base32.ts";
import { decodeBase64 } from "./base64.ts";
import { fn, type Functions } from "./define.ts";

/** Encodings of bytes. A decoder gives the text of its error, as in Sprig. */
export const ENCODING: Functions = {
  b64enc: fn(["string"], ([text]) => encodeBase64(toBytes(text))),
  b64dec: fn(["string"], ([text]) => decoded(decodeBase64(toBytes(text)))),
  b32enc: fn(["string"], ([text]) => encodeBase32(toBytes(text))),
  b32dec: fn(["string"], ([text]) => decoded(decodeBase32(toBytes(text)))),
};

function decoded(result: Uint8Array | string): string {
  return typeof result === "string" ? result : fromBytes(result);
}
