/**
 * Fields by which Flux finds a Helm release and its chart.
 *
 * @module
 */

import type { FieldRow } from "../field_rule.ts";

const HELM_TARGET = "helm-controller: internal/action/verify.go";

/** Fields that make Flux install releases anew, or upgrade them. */
export const RELEASES: readonly FieldRow[] = [
  ...[
    "spec.releaseName",
    "spec.targetNamespace",
    "spec.storageNamespace",
    "spec.kubeConfig",
  ].map((path): FieldRow => ({
    group: "helm.toolkit.fluxcd.io",
    kind: "HelmRelease",
    path,
    effect: "replace",
    rule: "effects/release-reinstalled",
    summary:
      `${path} changes: Flux uninstalls the release and installs it anew`,
    why: "A release is found by its name, its namespace and its cluster",
    source: HELM_TARGET,
  })),
  {
    group: "source.toolkit.fluxcd.io",
    kind: "HelmChart",
    path: "spec.chart",
    effect: "replace",
    rule: "effects/release-reinstalled",
    summary:
      "another chart: Flux uninstalls every release of it and installs it anew",
    why: "A release is compared with the chart of its name",
    source: HELM_TARGET,
  },
  {
    group: "source.toolkit.fluxcd.io",
    kind: "HelmChart",
    path: "spec.version",
    effect: "reconciliation",
    rule: "effects/reconciliation",
    summary: "chart {before} → {after}: Flux upgrades every release of it",
    why: "Releases name the object, and follow what it says",
    source: "fluxcd.io/flux/components/helm/helmreleases",
  },
];
