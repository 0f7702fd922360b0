/**
 * The HelmRelease of a cluster (kcm-spec 2.3).
 *
 * @module
 */

import type { Identity, Manifest, ValueMap } from "../../model/mod.ts";
import { MANAGED_LABELS } from "../../k0rdent/mod.ts";
import type { Resolution } from "../resolution.ts";
import { fillShape } from "../shapes.ts";
import { clusterPostRenderers } from "./post_renderers.ts";
import type { ClusterInputs } from "./cluster_inputs.ts";

/**
 * Makes the HelmRelease of a cluster.
 *
 * An applied one in KCM's own namespace goes without KCM's label: KCM deletes
 * HelmReleases there that have it and that it does not know.
 *
 * @param inputs What the cluster is rendered from.
 * @param values The chart values.
 * @returns The HelmRelease, named as the ClusterDeployment.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs } from "../_demo.ts";
 * assertEquals(helmRelease(demoInputs(), { a: 1 }).kind, "resolved");
 * ```
 */
export function helmRelease(
  inputs: ClusterInputs,
  values: ValueMap,
): Resolution<Manifest> {
  const { settings, template, region } = inputs;
  const { name, namespace = "" } = inputs.deployment.manifest.metadata;
  const { defaultHelmTimeout } = settings.installation;
  const isApplied = settings.applyLevel === "helmrelease";
  const isBare = isApplied && namespace === settings.systemNamespace;
  return fillShape(inputs.shapes.helmRelease, {
    identity: {
      group: "helm.toolkit.fluxcd.io",
      kind: "HelmRelease",
      namespace,
      name,
    },
    data: {
      labels: isBare ? {} : MANAGED_LABELS,
      interval: template.interval,
      spec: {
        chartRef: chartRef(template.helmChart),
        releaseName: name,
        values,
        ...(region === undefined
          ? {}
          : { kubeConfig: { secretRef: region.kubeConfig } }),
        ...(defaultHelmTimeout === undefined
          ? {}
          : { timeout: defaultHelmTimeout }),
        ...(isApplied ? { postRenderers: clusterPostRenderers() } : {}),
      },
    },
  });
}

/**
 * A reference to a HelmChart, as HelmReleases have it.
 *
 * @param helmChart The HelmChart.
 * @returns The reference.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const helmChart = { group: "", kind: "HelmChart", namespace: "a", name: "b" };
 * assertEquals(chartRef(helmChart), { kind: "HelmChart", namespace: "a", name: "b" });
 * ```
 */
export function chartRef({ kind, namespace, name }: Identity): ValueMap {
  return { kind, namespace, name };
}
