/**
 * What keeps Flux from destroying what it should not.
 *
 * A definition that carries one of these annotations itself keeps its own
 * value: that is how an object is decommissioned on purpose.
 *
 * @module
 */

import {
  getField,
  isMap,
  type Manifest,
  type Metadata,
  type Value,
} from "../model/mod.ts";

/** Tells Flux whether it may delete an object that left the branch. */
export const PRUNE = "kustomize.toolkit.fluxcd.io/prune";
/** Tells Flux whether to replace `${...}` in an object. */
export const SUBSTITUTE = "kustomize.toolkit.fluxcd.io/substitute";
/** Tells Flux how to apply an object. */
export const SERVER_SIDE_APPLY = "kustomize.toolkit.fluxcd.io/ssa";
/** The finalizer that only KCM's ClusterDeployment controller removes. */
export const CLEANUP_FINALIZER = "k0rdent.mirantis.com/cleanup";

/**
 * Sets an annotation that the object does not carry yet.
 *
 * @param manifest The object; it stays as it is.
 * @param key The annotation.
 * @param value Its value.
 * @returns A copy with the annotation, or the object itself.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * const kept = withAnnotation(secret, PRUNE, "disabled");
 * assertEquals(kept.metadata.annotations, { [PRUNE]: "disabled" });
 * ```
 */
export function withAnnotation(
  manifest: Manifest,
  key: string,
  value: string,
): Manifest {
  const annotations = manifest.metadata.annotations ?? {};
  if (
    getField(annotations, key) !== undefined ||
    getField(manifest.metadata.labels, key) !== undefined
  ) return manifest;
  return withMetadata(manifest, {
    ...manifest.metadata,
    annotations: { ...annotations, [key]: value },
  });
}

/**
 * Makes an object outlive its file: Flux does not delete it when it leaves the
 * branch.
 *
 * @param manifest The object; it stays as it is.
 * @returns A copy that Flux does not prune.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * assertEquals(keptOnPrune(secret).metadata.annotations?.[PRUNE], "disabled");
 * ```
 */
export function keptOnPrune(manifest: Manifest): Manifest {
  return withAnnotation(manifest, PRUNE, "disabled");
}

/**
 * Guards an object whose text contains `${`: a Kustomization that substitutes
 * variables would corrupt it or fail.
 *
 * @param manifest The object; it stays as it is.
 * @returns A copy with the guard, or the object itself where it needs none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const script = {
 *   apiVersion: "v1",
 *   kind: "ConfigMap",
 *   metadata: { name: "a" },
 *   data: { run: "echo ${HOME}" },
 * };
 * assertEquals(unsubstituted(script).metadata.annotations?.[SUBSTITUTE], "disabled");
 * ```
 */
export function unsubstituted(manifest: Manifest): Manifest {
  return holdsVariable(manifest)
    ? withAnnotation(manifest, SUBSTITUTE, "disabled")
    : manifest;
}

/**
 * Drops what only a running KCM could complete: the cleanup finalizer, without
 * which the object could never be deleted, and owner references, whose UIDs
 * nobody knows in Git.
 *
 * @param manifest The object; it stays as it is.
 * @returns A copy without them, or the object itself.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const cluster = {
 *   apiVersion: "infrastructure.cluster.x-k8s.io/v1beta2",
 *   kind: "AWSCluster",
 *   metadata: { name: "a", finalizers: [CLEANUP_FINALIZER] },
 * };
 * assertEquals(withoutController(cluster).metadata, { name: "a" });
 * ```
 */
export function withoutController(manifest: Manifest): Manifest {
  const { finalizers, ownerReferences, ...metadata } = manifest.metadata;
  if (finalizers === undefined && ownerReferences === undefined) {
    return manifest;
  }
  const kept = Array.isArray(finalizers)
    ? finalizers.filter((one) => one !== CLEANUP_FINALIZER)
    : [];
  return withMetadata(
    manifest,
    (kept.length === 0
      ? metadata
      : { ...metadata, finalizers: kept }) as Metadata,
  );
}

function withMetadata(manifest: Manifest, metadata: Metadata): Manifest {
  return { ...manifest, metadata };
}

function holdsVariable(value: Value): boolean {
  if (typeof value === "string") return value.includes("${");
  if (Array.isArray(value)) return value.some(holdsVariable);
  return isMap(value) && Object.entries(value)
    .some(([key, field]) => key.includes("${") || holdsVariable(field));
}
