/**
 * Hashes of texts.
 *
 * @module
 */

import { createHash } from "node:crypto";
import { toBytes } from "../go/byte_string.ts";
import type { GoFunction } from "../go/function.ts";
import { fn, type Functions } from "./define.ts";

/** Hashes of texts. */
export const HASHES: Functions = {
  sha1sum: hashing("sha1"),
  sha256sum: hashing("sha256"),
  sha512sum: hashing("sha512"),
  adler32sum: fn(["string"], ([text]) => adler32(toBytes(text))),
};

function hashing(algorithm: string): GoFunction {
  return fn(
    ["string"],
    ([text]) => createHash(algorithm).update(toBytes(text)).digest("hex"),
  );
}

const MODULUS = 65521;

function adler32(bytes: Uint8Array): string {
  let sum = 1;
  let sumOfSums = 0;
  for (const byte of bytes) {
    sum = (sum + byte) % MODULUS;
    sumOfSums = (sumOfSums + sum) % MODULUS;
  }
  return String(sumOfSums * 0x10000 + sum);
}
