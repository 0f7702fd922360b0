/**
 * What the cloud identities of Cluster API providers have in common.
 *
 * @module
 */

import { z } from "zod";
import type { Identity } from "../model/mod.ts";
import { labelSelector } from "./label_selector.ts";

/** The API group of the identity kinds. */
export const INFRASTRUCTURE_GROUP = "infrastructure.cluster.x-k8s.io";

/** Which namespaces may use an identity; an empty map opens it to all. */
export const allowedNamespaces = z.strictObject({
  list: z.array(z.string()).exactOptional(),
  selector: labelSelector.exactOptional(),
});

/**
 * The identity of a Secret.
 *
 * @param name The Secret's name.
 * @param namespace Its namespace.
 * @returns Its identity.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(secret("key", "prod").kind, "Secret");
 * ```
 */
export function secret(name: string, namespace: string): Identity {
  return { group: "", kind: "Secret", namespace, name };
}
