/**
 * Whether Flux deletes an object that leaves the branch.
 *
 * @module
 */

import { getField, type Manifest } from "../../model/mod.ts";

const PREFIX = "kustomize.toolkit.fluxcd.io/";

/**
 * Whether Flux deletes an object once it is no longer on the branch.
 *
 * @param manifest The object, as it was last.
 * @returns Whether it does; annotations and labels can tell it not to.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * assert(isPruned(secret));
 * const annotations = { "kustomize.toolkit.fluxcd.io/prune": "Disabled" };
 * assert(!isPruned({ ...secret, metadata: { name: "a", annotations } }));
 * ```
 */
export function isPruned(manifest: Manifest): boolean {
  return !says(manifest, "prune", "disabled") &&
    !says(manifest, "reconcile", "disabled") &&
    !says(manifest, "ssa", "ignore");
}

function says(
  { metadata }: Manifest,
  key: string,
  word: string,
): boolean {
  return [metadata.annotations, metadata.labels].some((map) => {
    const value = getField(map, PREFIX + key);
    return typeof value === "string" && value.toLowerCase() === word;
  });
}
