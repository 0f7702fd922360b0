/**
 * The labels of a ClusterDeployment as they are in the cluster.
 *
 * @module
 */

import { type Manifest, setField } from "../../model/mod.ts";
import type { RenderConfig } from "../../source/mod.ts";

/** KCM puts this on every ClusterDeployment before it computes values. */
export const COMPONENT_LABELS: Readonly<Record<string, string>> = {
  "k0rdent.mirantis.com/component": "kcm",
};

/**
 * The labels of a ClusterDeployment as they are in the cluster.
 *
 * @param manifest The ClusterDeployment as declared.
 * @param config The labels that whoever applies it adds.
 * @returns Its labels, those that are added, and the one of KCM.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const manifest = {
 *   apiVersion: "k0rdent.mirantis.com/v1beta1",
 *   kind: "ClusterDeployment",
 *   metadata: { name: "eu1", namespace: "prod", labels: { env: "dev" } },
 * };
 * const trackingLabels = { "argocd.argoproj.io/instance": "{namespace}-{name}" };
 * assertEquals(effectiveLabels(manifest, { applyLevel: "k0rdent", trackingLabels }), {
 *   env: "dev",
 *   "argocd.argoproj.io/instance": "prod-eu1",
 *   "k0rdent.mirantis.com/component": "kcm",
 * });
 * ```
 */
export function effectiveLabels(
  manifest: Manifest,
  { applyLevel, trackingLabels }: Pick<
    RenderConfig,
    "applyLevel" | "trackingLabels"
  >,
): Record<string, string> {
  const { name, namespace = "", labels: declared } = manifest.metadata;
  const labels: Record<string, string> = { ...declared };
  const added = applyLevel === "k0rdent" ? trackingLabels : {};
  for (const [key, value] of Object.entries(added)) {
    const text = value.replaceAll(
      /\{(namespace|name)\}/g,
      (_, field) => field === "name" ? name : namespace,
    );
    setField(labels, key, text);
  }
  return { ...labels, ...COMPONENT_LABELS };
}
