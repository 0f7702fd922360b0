/**
 * Names of the Flux objects that deliver services.
 *
 * @module
 */

import { digestText } from "../digest.ts";

/** Flux puts the names of its objects into labels. */
const MAX_LABEL = 63;

/**
 * The name of the Flux object that delivers a service to a cluster, unique
 * among those of the cluster's namespace.
 *
 * @param cluster The ClusterDeployment's name.
 * @param service The service's name and namespace.
 * @returns A name that begins with the cluster's and the service's.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   releaseObjectName("eu1", { name: "dns", namespace: "core" }),
 *   "eu1-dns-6042b18a",
 * );
 * ```
 */
export function releaseObjectName(
  cluster: string,
  service: { readonly name: string; readonly namespace: string },
): string {
  const digest = digestText(`${cluster}/${service.namespace}/${service.name}`);
  const readable = `${cluster}-${service.name}`
    .slice(0, MAX_LABEL - 9)
    .replace(/[^a-z0-9]+$/, "");
  return `${readable}-${digest.slice(0, 8)}`;
}
