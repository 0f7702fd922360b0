/**
 * Fields that say how controllers go about an object, and fields that nothing
 * running takes notice of.
 *
 * @module
 */

import type { FieldRow } from "../field_rule.ts";

const FLUX_KUSTOMIZATION = "fluxcd.io/flux/components/kustomize/kustomizations";
const FLUX_RELEASE = "fluxcd.io/flux/components/helm/helmreleases";
const SVELTOS = "addon-controller: api/v1beta1/spec.go";
const KCM = "kcm: api/v1beta1";

/** Group, kind, fields, the rest alike for all of them. */
interface Block {
  readonly group: string;
  readonly kind: string;
  readonly paths: readonly string[];
  readonly warning?: string;
  readonly why: string;
  readonly source: string;
}

const CHANGED: readonly Block[] = [
  {
    group: "kustomize.toolkit.fluxcd.io",
    kind: "Kustomization",
    paths: ["spec.prune", "spec.deletionPolicy", "spec.suspend", "spec.force"],
    why: "It says what Flux deletes, and whether it looks at all",
    source: FLUX_KUSTOMIZATION,
  },
  {
    group: "kustomize.toolkit.fluxcd.io",
    kind: "Kustomization",
    paths: ["spec.path", "spec.sourceRef", "spec.targetNamespace"],
    warning: "Flux prunes what it applied and no longer finds there",
    why: "It says what Flux applies",
    source: FLUX_KUSTOMIZATION,
  },
  {
    group: "kustomize.toolkit.fluxcd.io",
    kind: "Kustomization",
    paths: ["spec.dependsOn", "spec.wait", "spec.healthChecks"],
    why: "It says when Flux applies",
    source: FLUX_KUSTOMIZATION,
  },
  {
    group: "helm.toolkit.fluxcd.io",
    kind: "HelmRelease",
    paths: [
      "spec.suspend",
      "spec.driftDetection",
      "spec.install",
      "spec.upgrade",
      "spec.rollback",
      "spec.uninstall",
      "spec.dependsOn",
    ],
    why: "It says how Flux installs, upgrades and repairs a release",
    source: FLUX_RELEASE,
  },
  ...["Profile", "ClusterProfile"].map((kind) => ({
    group: "config.projectsveltos.io",
    kind,
    paths: [
      "spec.syncMode",
      "spec.stopMatchingBehavior",
      "spec.tier",
      "spec.continueOnConflict",
      "spec.continueOnError",
      "spec.reloader",
      "spec.maxConsecutiveFailures",
      "spec.driftExclusions",
      "spec.dependsOn",
    ],
    why: "It says how Sveltos keeps services as they should be",
    source: SVELTOS,
  })),
  ...["Profile", "ClusterProfile"].map((kind) => ({
    group: "config.projectsveltos.io",
    kind,
    paths: ["spec.clusterSelector", "spec.clusterRefs", "spec.setRefs"],
    warning:
      "Sveltos withdraws services from clusters that are no longer selected",
    why: "It says which clusters get the services",
    source: SVELTOS,
  })),
  {
    group: "cluster.x-k8s.io",
    kind: "Cluster",
    paths: ["spec.paused"],
    why: "Nothing is reconciled while a cluster is paused",
    source: "cluster-api.sigs.k8s.io",
  },
  {
    group: "cluster.x-k8s.io",
    kind: "MachineDeployment",
    paths: [
      "spec.selector",
      "spec.paused",
      "spec.rollout.strategy",
      "spec.strategy",
    ],
    why: "It says which machines belong to it, and how they are replaced",
    source: "cluster-api: core/webhooks/admission/machinedeployment.go",
  },
  {
    group: "cluster.x-k8s.io",
    kind: "MachineHealthCheck",
    paths: ["spec"],
    why: "It says which machines are replaced as unhealthy",
    source: "cluster-api.sigs.k8s.io",
  },
  {
    group: "k0rdent.mirantis.com",
    kind: "ClusterDeployment",
    paths: ["spec.dryRun"],
    warning:
      "What stands under review/ takes effect when dryRun goes, and none of it while dryRun is set",
    why: "KCM leaves the cluster as it is while it is set",
    source: `${KCM}/clusterdeployment_types.go`,
  },
  {
    group: "k0rdent.mirantis.com",
    kind: "ClusterDeployment",
    paths: ["spec.cleanupOnDeletion", "spec.propagateCredentials"],
    why: "It says what KCM does besides",
    source: `${KCM}/clusterdeployment_types.go`,
  },
  {
    group: "k0rdent.mirantis.com",
    kind: "MultiClusterService",
    paths: ["spec.clusterSelector", "spec.dependsOn"],
    why: "It says which clusters get the services, and when",
    source: `${KCM}/multiclusterservice_types.go`,
  },
  {
    group: "k0rdent.mirantis.com",
    kind: "MultiClusterService",
    paths: ["spec.keepServicesOnSelectorMismatch"],
    warning:
      "Without it, a cluster that is no longer selected loses the services",
    why: "It says what becomes of clusters that are no longer selected",
    source: `${KCM}/multiclusterservice_types.go`,
  },
  {
    group: "k0rdent.mirantis.com",
    kind: "StateManagementProvider",
    paths: ["spec.suspend", "spec.selector", "spec.adapter"],
    why: "It says who delivers services, and whether anybody does",
    source: `${KCM}/statemanagementprovider_types.go`,
  },
  {
    group: "k0rdent.mirantis.com",
    kind: "AccessManagement",
    paths: ["spec.accessRules"],
    warning:
      "KCM deletes what it distributed to namespaces that no rule names any more",
    why: "It says which namespaces get templates and credentials",
    source: `${KCM}/accessmanagement_types.go`,
  },
];

const INFRASTRUCTURE: readonly FieldRow[] = [
  ["infrastructureRef", "infrastructure"],
  ["controlPlaneRef", "control plane"],
].flatMap(([field, what]) =>
  ["name", "kind"].map((key): FieldRow => ({
    group: "cluster.x-k8s.io",
    kind: "Cluster",
    path: `spec.${field}.${key}`,
    when: "was-set",
    effect: "replace",
    rule: "effects/infrastructure-replaced",
    summary: `the cluster gets another ${what} object`,
    warning:
      "Cluster API moves nothing from one to the other: what the old one stands for is left behind",
    why: "What the object stands for cannot be changed for another one",
    source: "cluster-api: core/webhooks/admission/cluster.go",
  }))
);

/** Annotations that controllers look at, on any object. */
const ANNOTATIONS: readonly FieldRow[] = [
  ["kustomize.toolkit.fluxcd.io/prune", FLUX_KUSTOMIZATION],
  ["kustomize.toolkit.fluxcd.io/ssa", FLUX_KUSTOMIZATION],
  ["kustomize.toolkit.fluxcd.io/force", FLUX_KUSTOMIZATION],
  ["kustomize.toolkit.fluxcd.io/reconcile", FLUX_KUSTOMIZATION],
  ["helm.sh/resource-policy", "helm.sh/docs/howto/charts_tips_and_tricks"],
  ["cluster.x-k8s.io/paused", "cluster-api.sigs.k8s.io"],
  ["k0rdent.mirantis.com/paused", KCM],
].map(([key, source]) => ({
  group: "*",
  kind: "*",
  path: `metadata.annotations["${key}"]`,
  effect: "reconciliation",
  rule: "effects/reconciliation",
  summary: `${key} {before} → {after}`,
  why: "Controllers leave objects alone, keep or delete them by it",
  source: source!,
}));

/** Which fields say how controllers go about an object. */
export const RECONCILIATION: readonly FieldRow[] = [
  ...INFRASTRUCTURE,
  ...CHANGED.flatMap(({ paths, ...block }) =>
    paths.map((path): FieldRow => ({
      ...block,
      path,
      effect: "reconciliation",
      rule: "effects/reconciliation",
      summary: path.includes("elector") || /Refs?$|spec$|Rules$/.test(path)
        ? `${path} changes`
        : `${path} {before} → {after}`,
    }))
  ),
  ...ANNOTATIONS,
];

/** Fields that nothing running takes notice of. */
export const QUIET: readonly FieldRow[] = [
  ...["interval", "retryInterval", "timeout"].map((field): FieldRow => ({
    group: "*.toolkit.fluxcd.io",
    kind: "*",
    path: `spec.${field}`,
    effect: "no-effect",
    rule: "effects/quiet-field",
    summary: `spec.${field}`,
    why: "It says how often or how long a controller looks",
    source: "fluxcd.io/flux/components",
  })),
  ...[
    ["cluster.x-k8s.io", "Cluster"],
    ["lib.projectsveltos.io", "SveltosCluster"],
    ["", "Namespace"],
  ].map(([group, kind]): FieldRow => ({
    group: group!,
    kind: kind!,
    path: "metadata.labels",
    effect: "in-place",
    rule: "effects/object-changed",
    summary: "labels, by which others select it",
    why: "Profiles, policies and quotas select it by its labels",
    source: "kubernetes.io/docs/concepts/overview/working-with-objects",
  })),
  {
    group: "*",
    kind: "*",
    path: "metadata",
    effect: "no-effect",
    rule: "effects/metadata-only",
    summary: "labels or annotations",
    why: "What runs does not read them",
    source: "kubernetes.io/docs/concepts/overview/working-with-objects",
  },
  {
    group: "*",
    kind: "*",
    path: "apiVersion",
    effect: "no-effect",
    rule: "effects/quiet-field",
    summary: "another version of the same kind",
    why: "The API server converts between the versions of a kind",
    source: "kubernetes.io/docs/reference/using-api",
  },
];
