/**
 * Digests of data, each made once.
 *
 * @module
 */

import { createHash } from "node:crypto";

const digests = new WeakMap<object, string>();

/**
 * The digest of data: equal for equal data, whatever the order of the keys.
 *
 * The digest of a map or list is remembered for as long as the map or list
 * lives, so it must not be changed afterwards.
 *
 * @param value What to digest.
 * @returns The SHA-256 of its canonical text, in hex.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(digestOf({ a: 1, b: [2] }), digestOf({ b: [2], a: 1 }));
 * ```
 */
export function digestOf(value: unknown): string {
  if (typeof value !== "object" || value === null) {
    return digestText(canonicalText(value));
  }
  const known = digests.get(value);
  if (known !== undefined) return known;
  const digest = digestText(canonicalText(value));
  digests.set(value, digest);
  return digest;
}

/**
 * The digest of a text.
 *
 * @param text What to digest.
 * @returns Its SHA-256, in hex.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(digestText("global-ingress").startsWith("bb74fe23"));
 * ```
 */
export function digestText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function canonicalText(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  const fields = Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalText(field)}`);
  return `{${fields.join(",")}}`;
}
