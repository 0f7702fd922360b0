import type { Identity } from "../model/mod.ts";

/**
 * The identity that a key was made from.
 *
 * @param key The key, as identityKey makes it.
 * @returns The identity.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(identityOfKey("/Secret/prod/a").kind, "Secret");
 * ```
 */
export function identityOfKey(key: string): Identity {
  const [group = "", kind = "", namespace = "", ...name] = key.split("/");
  return { group, kind, namespace, name: name.join("/") };
}
