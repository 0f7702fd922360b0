/**
 * Certificates in Secrets: what is public of them may be read in Git.
 *
 * @module
 */

import { decodeBase64 } from "@std/encoding";
import { getField, type Manifest } from "../model/mod.ts";

const CERTIFICATES =
  /^(?:\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----)+\s*$/;

/**
 * Reads a certificate of a Secret or ConfigMap. Anything but certificates, and
 * all that is encrypted, counts as not there.
 *
 * @param object The Secret or ConfigMap.
 * @param key The key that the certificate stands under.
 * @returns The certificates in PEM.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const pem = "-----BEGIN CERTIFICATE-----\nMAo=\n-----END CERTIFICATE-----\n";
 * const secret = {
 *   apiVersion: "v1",
 *   kind: "Secret",
 *   metadata: { name: "ca" },
 *   stringData: { "ca.crt": pem, "tls.key": "s3cr3t" },
 * };
 * assertEquals(certificateOf(secret, "ca.crt"), pem);
 * assertEquals(certificateOf(secret, "tls.key"), undefined);
 * ```
 */
export function certificateOf(
  object: Manifest,
  key: string,
): string | undefined {
  const plain = getField(
    getField(object, object.kind === "Secret" ? "stringData" : "data"),
    key,
  );
  if (typeof plain === "string") return isPublic(plain) ? plain : undefined;
  if (object.kind !== "Secret") return undefined;
  const encoded = getField(getField(object, "data"), key);
  const decoded = typeof encoded === "string" ? decode(encoded) : undefined;
  return decoded !== undefined && isPublic(decoded) ? decoded : undefined;
}

function isPublic(text: string): boolean {
  return CERTIFICATES.test(text);
}

function decode(text: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true })
      .decode(decodeBase64(text.replace(/\s/g, "")));
  } catch {
    return undefined;
  }
}
