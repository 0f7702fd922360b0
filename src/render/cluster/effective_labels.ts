/**
 * The labels of a ClusterDeployment as they are in the cluster.
 *
 * @module
 */

import type { Manifest } from "../../model/mod.ts";

/** KCM puts this on every ClusterDeployment before it computes values. */
const COMPONENT_LABELS = { "k0rdent.mirantis.com/component": "kcm" };

/**
 * The labels of a ClusterDeployment as they are in the cluster.
 *
 * @param manifest The ClusterDeployment as declared.
 * @returns Its labels and the one that KCM adds.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const manifest = {
 *   apiVersion: "k0rdent.mirantis.com/v1beta1",
 *   kind: "ClusterDeployment",
 *   metadata: { name: "eu1", labels: { env: "dev" } },
 * };
 * assertEquals(effectiveLabels(manifest), {
 *   env: "dev",
 *   "k0rdent.mirantis.com/component": "kcm",
 * });
 * ```
 */
export function effectiveLabels(manifest: Manifest): Record<string, string> {
  return { ...manifest.metadata.labels, ...COMPONENT_LABELS };
}
