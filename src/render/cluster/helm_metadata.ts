/**
 * What Helm and Flux add to the objects of a release (kcm-spec 2.12).
 *
 * @module
 */

import type { Manifest } from "../../model/mod.ts";

/**
 * An object as it is in the cluster when helm-controller has released it.
 *
 * @param manifest The object as the chart makes it.
 * @param release The name and namespace of the HelmRelease.
 * @returns A copy with the labels and annotations of Helm and Flux.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * const released = asReleased(secret, { name: "eu1", namespace: "prod" });
 * assertEquals(released.metadata.labels?.["app.kubernetes.io/managed-by"], "Helm");
 * ```
 */
export function asReleased(
  manifest: Manifest,
  release: { readonly name: string; readonly namespace: string },
): Manifest {
  const { metadata } = manifest;
  return {
    ...manifest,
    metadata: {
      ...metadata,
      labels: {
        ...metadata.labels,
        "app.kubernetes.io/managed-by": "Helm",
        "helm.toolkit.fluxcd.io/name": release.name,
        "helm.toolkit.fluxcd.io/namespace": release.namespace,
      },
      annotations: {
        ...metadata.annotations,
        "meta.helm.sh/release-name": release.name,
        "meta.helm.sh/release-namespace": release.namespace,
      },
    },
  };
}
