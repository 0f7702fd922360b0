/**
 * Documents that are encrypted, and so carried byte for byte.
 *
 * @module
 */

import { getField, groupOf, isMap, type Value } from "../model/mod.ts";

const CIPHERTEXT = /^ENC\[.*\]$/s;

/**
 * Whether SOPS encrypted a document. A Secret with SOPS metadata but readable
 * values is not encrypted: somebody edited or decrypted it by hand. (SOPS
 * leaves empty strings as they are.)
 *
 * @param document The document.
 * @returns Whether its values are ciphertext with a message authentication code.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const sops = { mac: "ENC[AES256_GCM,data:x]", version: "3.9.0" };
 * assert(isSopsEncrypted({ kind: "Secret", data: { a: "ENC[AES256_GCM,data:x]" }, sops }));
 * assert(!isSopsEncrypted({ kind: "Secret", data: { a: "cGxhaW4=" }, sops }));
 * ```
 */
export function isSopsEncrypted(document: Value): boolean {
  if (!isCiphertext(getField(getField(document, "sops"), "mac"))) return false;
  if (getField(document, "kind") !== "Secret") return true;
  return [getField(document, "data"), getField(document, "stringData")]
    .every((values) =>
      isMap(values)
        ? Object.values(values).every((value) =>
          value === "" || isCiphertext(value)
        )
        : values === undefined || values === null
    );
}

/**
 * Whether a document is a SealedSecret.
 *
 * @param document The document.
 * @returns Whether it is, in any version.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isSealedSecret({ apiVersion: "bitnami.com/v1alpha1", kind: "SealedSecret" }));
 * ```
 */
export function isSealedSecret(document: Value): boolean {
  const apiVersion = getField(document, "apiVersion");
  return getField(document, "kind") === "SealedSecret" &&
    typeof apiVersion === "string" && groupOf(apiVersion) === "bitnami.com";
}

/**
 * Whether a value is ciphertext of SOPS.
 *
 * @param value The value.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isCiphertext("ENC[AES256_GCM,data:x,type:str]"));
 * assert(!isCiphertext("hunter2"));
 * ```
 */
export function isCiphertext(value: Value | undefined): boolean {
  return typeof value === "string" && CIPHERTEXT.test(value);
}
