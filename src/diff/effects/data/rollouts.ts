/**
 * Fields of control planes and pools of machines: which of them replace
 * machines, and which are applied where the machines stand.
 *
 * @module
 */

import type { FieldRow } from "../field_rule.ts";

const CORE = "cluster.x-k8s.io";
const INFRASTRUCTURE = "infrastructure.cluster.x-k8s.io";
const CONTROL_PLANE = "controlplane.cluster.x-k8s.io";

const K0S_WEBHOOK =
  "k0smotron: api/controlplane/v1beta2/k0s_controlplane_webhook.go";
const K0S_ROLLOUT = "k0smotron: internal/controller/controlplane/helper.go";
const HOSTED =
  "k0smotron: internal/controller/k0smotron.io/k0smotroncluster_statefulset.go";
const KCP =
  "cluster-api: controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go";
const MACHINES =
  "cluster-api: core/reconcilers/machinedeployment/mdutil/util.go";
const EKS =
  "cluster-api-provider-aws: controlplane/eks/webhooks/awsmanagedcontrolplane_webhook.go";
const CLOUD = "the cloud's own rules for managed control planes";

const K0S_STEPS = { skippedMinor: "refused", downgrade: "warned" } as const;
const WORKER_STEPS = { skippedMinor: "warned", downgrade: "warned" } as const;

/** Fields that replace machines, and those that do not. */
export const ROLLOUTS: readonly FieldRow[] = [
  {
    group: CONTROL_PLANE,
    kind: "K0sControlPlane",
    path: "spec.version",
    effect: "control-plane-rollout",
    rule: "effects/control-plane-version",
    summary: "k0s {before} → {after}",
    version: K0S_STEPS,
    why: "Controllers are updated one after the other",
    source: K0S_WEBHOOK,
  },
  ...["name", "kind", "apiGroup"].map((field): FieldRow => ({
    group: CONTROL_PLANE,
    kind: "K0sControlPlane",
    path: `spec.machineTemplate.infrastructureRef.${field}`,
    effect: "control-plane-rollout",
    rule: "effects/control-plane-machines",
    summary: "another machine template",
    why: "Machines remember the template that they were made from",
    source: K0S_ROLLOUT,
  })),
  {
    group: CONTROL_PLANE,
    kind: "K0sControlPlane",
    path: "spec.k0sConfigSpec",
    except: ["spec.k0sConfigSpec.k0s"],
    effect: "control-plane-rollout",
    rule: "effects/control-plane-config",
    summary: "k0s is set up another way",
    why: "Machines remember the configuration that they were made with",
    source: K0S_ROLLOUT,
  },
  ...["api", "storage"].map((field): FieldRow => ({
    group: CONTROL_PLANE,
    kind: "K0sControlPlane",
    path: `spec.k0sConfigSpec.k0s.spec.${field}`,
    effect: "in-place",
    rule: "effects/object-changed",
    summary: `k0s ClusterConfig: spec.${field}`,
    warning:
      "k0s reads it when a controller starts: it holds for new machines. Machines that k0smotron made without recording their configuration are replaced",
    why: "It is left out of what k0s reconciles at run time",
    source: K0S_ROLLOUT,
  })),
  {
    group: CONTROL_PLANE,
    kind: "K0sControlPlane",
    path: "spec.k0sConfigSpec.k0s",
    effect: "in-place",
    rule: "effects/object-changed",
    summary: "k0s ClusterConfig",
    why: "k0s reconciles its ClusterConfig at run time",
    source: K0S_ROLLOUT,
  },
  {
    group: CONTROL_PLANE,
    kind: "K0sControlPlane",
    path: "spec.updateStrategy",
    effect: "reconciliation",
    rule: "effects/reconciliation",
    summary: "updateStrategy {before} → {after}",
    why: "It says how the next rollout goes",
    source: K0S_WEBHOOK,
  },
  {
    group: CONTROL_PLANE,
    kind: "K0smotronControlPlane",
    path: "spec.version",
    effect: "control-plane-rollout",
    rule: "effects/control-plane-version",
    summary: "k0s {before} → {after}",
    version: K0S_STEPS,
    why: "The pods of the control plane are replaced",
    source:
      "k0smotron: api/controlplane/v1beta2/k0smotron_controlplane_webhook.go",
  },
  ...[
    "image",
    "k0sConfig",
    "controllerPlaneFlags",
    "controlPlaneFlags",
    "manifests",
    "mounts",
    "resources",
    "etcd",
    "storage",
    "persistence",
    "patches",
    "topologySpreadConstraints",
  ].map((field): FieldRow => ({
    group: CONTROL_PLANE,
    kind: "K0smotronControlPlane",
    path: `spec.${field}`,
    effect: "control-plane-rollout",
    rule: "effects/control-plane-config",
    summary: `the control plane's pods get another ${field}`,
    why: "The StatefulSet of the control plane is changed, which restarts pods",
    source: HOSTED,
  })),
  {
    group: CONTROL_PLANE,
    kind: "KubeadmControlPlane",
    path: "spec.version",
    effect: "control-plane-rollout",
    rule: "effects/control-plane-version",
    summary: "Kubernetes {before} → {after}",
    version: { skippedMinor: "refused", downgrade: "warned" },
    why: "Machines are replaced one after the other",
    source: KCP,
  },
  ...[
    "spec.machineTemplate.spec.infrastructureRef.name",
    "spec.machineTemplate.spec.infrastructureRef.kind",
    "spec.machineTemplate.infrastructureRef.name",
    "spec.machineTemplate.infrastructureRef.kind",
  ].map((path): FieldRow => ({
    group: CONTROL_PLANE,
    kind: "KubeadmControlPlane",
    path,
    effect: "control-plane-rollout",
    rule: "effects/control-plane-machines",
    summary: "another machine template",
    why: "Machines remember the template that they were made from",
    source: KCP,
  })),
  {
    group: CONTROL_PLANE,
    kind: "KubeadmControlPlane",
    path: "spec.kubeadmConfigSpec",
    effect: "control-plane-rollout",
    rule: "effects/control-plane-config",
    summary: "kubeadm is set up another way",
    why: "Machines remember the configuration that they were made with",
    source: KCP,
  },
  ...[
    ["AWSManagedControlPlane", "version", "EKS", EKS],
    ["ROSAControlPlane", "version", "ROSA", CLOUD],
  ].map(([kind, field, cloud, source]): FieldRow => ({
    group: CONTROL_PLANE,
    kind: kind!,
    path: `spec.${field}`,
    effect: "control-plane-rollout",
    rule: "effects/control-plane-version",
    summary: `${cloud} {before} → {after}`,
    version: { skippedMinor: "refused", downgrade: "refused" },
    why: "The cloud updates the control plane, one minor version at a time",
    source: source!,
  })),
  ...[
    ["AzureASOManagedControlPlane", "version", "AKS"],
    ["AzureManagedControlPlane", "version", "AKS"],
    ["GCPManagedControlPlane", "controlPlaneVersion", "GKE"],
    ["GCPManagedControlPlane", "version", "GKE"],
  ].map(([kind, field, cloud]): FieldRow => ({
    group: INFRASTRUCTURE,
    kind: kind!,
    path: `spec.${field}`,
    effect: "control-plane-rollout",
    rule: "effects/control-plane-version",
    summary: `${cloud} {before} → {after}`,
    version: { skippedMinor: "refused", downgrade: "refused" },
    why: "The cloud updates the control plane, one minor version at a time",
    source: CLOUD,
  })),
  {
    group: CONTROL_PLANE,
    kind: "*ControlPlane",
    path: "spec.replicas",
    effect: "in-place",
    rule: "effects/scaled",
    summary: "controllers {before} → {after}",
    why: "Machines are added or taken away, the others stay",
    source:
      "cluster-api.sigs.k8s.io/developer/providers/contracts/control-plane",
  },
  ...["MachineDeployment", "MachinePool"].flatMap((kind): FieldRow[] => [
    {
      group: CORE,
      kind,
      path: "spec.template.spec.version",
      effect: "worker-rollout",
      rule: "effects/worker-version",
      summary: "Kubernetes {before} → {after}",
      version: WORKER_STEPS,
      why: "Machines of another version are made, and the old ones deleted",
      source: MACHINES,
    },
    {
      group: CORE,
      kind,
      path: "spec.template.spec.infrastructureRef",
      except: ["spec.template.spec.infrastructureRef.apiVersion"],
      effect: "worker-rollout",
      rule: "effects/worker-machines",
      summary: "another machine template",
      why: "Machines are made from it, and the old ones deleted",
      source: MACHINES,
    },
    {
      group: CORE,
      kind,
      path: "spec.template.spec.bootstrap",
      except: ["spec.template.spec.bootstrap.configRef.apiVersion"],
      effect: "worker-rollout",
      rule: "effects/worker-config",
      summary: "another bootstrap configuration",
      why: "Machines are made with it, and the old ones deleted",
      source: MACHINES,
    },
    {
      group: CORE,
      kind,
      path: "spec.template.spec.failureDomain",
      effect: "worker-rollout",
      rule: "effects/worker-machines",
      summary: "failureDomain {before} → {after}",
      why: "Machines are made there, and the old ones deleted",
      source: MACHINES,
    },
    {
      group: CORE,
      kind,
      path: "spec.replicas",
      effect: "in-place",
      rule: "effects/scaled",
      summary: "workers {before} → {after}",
      why: "Machines are added or taken away, the others stay",
      source: MACHINES,
    },
  ]),
  {
    group: CORE,
    kind: "MachineDeployment",
    path: "spec.rollout.after",
    effect: "worker-rollout",
    rule: "effects/worker-machines",
    summary: "rollout.after {before} → {after}",
    why: "Machines made before that time are replaced",
    source: MACHINES,
  },
  {
    group: INFRASTRUCTURE,
    kind: "AzureASOManagedMachinePool",
    path: "spec.resources.*.spec.orchestratorVersion",
    effect: "worker-rollout",
    rule: "effects/worker-version",
    summary: "the node pool gets another Kubernetes version",
    why: "AKS replaces the nodes one after the other",
    source: CLOUD,
  },
  ...["instanceType", "amiVersion", "awsLaunchTemplate"].map((
    field,
  ): FieldRow => ({
    group: INFRASTRUCTURE,
    kind: "AWSManagedMachinePool",
    path: `spec.${field}`,
    effect: "worker-rollout",
    rule: "effects/worker-machines",
    summary: `the node group gets another ${field}`,
    why: "EKS replaces the nodes one after the other",
    source: CLOUD,
  })),
];
