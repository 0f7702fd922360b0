/**
 * Names of Flux Kustomizations.
 *
 * @module
 */

import { digestText } from "../digest.ts";

/** Flux puts the name of a Kustomization into a label of all it applies. */
const MAX_LABEL = 63;
const DIGEST_LENGTH = 10;

/**
 * The name of the Flux Kustomization of a cluster. No two clusters share one:
 * namespaces hold no dot, and a name that is cut ends in a digest of it all.
 *
 * @param source The name of the Flux source, which all names begin with.
 * @param cluster The cluster.
 * @returns The name, of at most 63 characters.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const cluster = { namespace: "prod", name: "eu1" };
 * assertEquals(clusterKustomizationName("k0render", cluster), "k0render.prod.eu1");
 * ```
 */
export function clusterKustomizationName(
  source: string,
  cluster: { readonly namespace: string; readonly name: string },
): string {
  return limited(`${source}.${cluster.namespace}.${cluster.name}`);
}

/**
 * The name of the Flux Kustomization of a layer or shard.
 *
 * @param source The name of the Flux source, which all names begin with.
 * @param part The layer, or `shard-` and the shard.
 * @returns The name, of at most 63 characters.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(sharedKustomizationName("k0render", "sources"), "k0render-sources");
 * ```
 */
export function sharedKustomizationName(source: string, part: string): string {
  return limited(`${source}-${part}`);
}

function limited(name: string): string {
  if (name.length <= MAX_LABEL) return name;
  const kept = name.slice(0, MAX_LABEL - DIGEST_LENGTH - 1)
    .replace(/[^a-z0-9]+$/, "");
  return `${kept}-${digestText(name).slice(0, DIGEST_LENGTH)}`;
}
