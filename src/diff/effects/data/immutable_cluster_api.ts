/**
 * Fields of clusters, pools and control planes that webhooks and controllers let
 * nobody change.
 *
 * @module
 */

import type { FieldRow, RowCondition } from "../field_rule.ts";

const CORE = "cluster.x-k8s.io";
const CONTROL_PLANE = "controlplane.cluster.x-k8s.io";

const CAPI = "cluster-api: core/webhooks/admission";
const CAPA = "cluster-api-provider-aws";
const KCP =
  "cluster-api: controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go";
const ROSA = `${CAPA}: controlplane/rosa/api/v1beta2/rosacontrolplane_types.go`;

const NETWORK =
  "Cluster API accepts it and nobody carries it out: what runs keeps the old ranges, what is new gets others";

/** Group, kind, fields, why, where that is written. */
type Row = readonly [
  string,
  string,
  readonly string[],
  string,
  string,
  { except?: readonly string[]; when?: RowCondition }?,
];

const ROWS: readonly Row[] = [
  [
    CORE,
    "Cluster",
    [
      "spec.clusterNetwork.pods",
      "spec.clusterNetwork.services",
      "spec.clusterNetwork.serviceDomain",
    ],
    NETWORK,
    `${CAPI}/cluster.go`,
    { when: "was-set" },
  ],
  [
    CORE,
    "MachineDeployment",
    ["spec.clusterName"],
    "Machines belong to one cluster",
    `${CAPI}/machinedeployment.go`,
  ],
  [
    CORE,
    "MachinePool",
    ["spec.clusterName"],
    "Machines belong to one cluster",
    `${CAPI}/machinepool.go`,
  ],
  [
    CORE,
    "Machine",
    ["spec.clusterName"],
    "Machines belong to one cluster",
    `${CAPI}/machine.go`,
  ],
  [
    CORE,
    "MachineHealthCheck",
    ["spec.clusterName"],
    "Machines belong to one cluster",
    `${CAPI}/machinehealthcheck.go`,
  ],
  [
    "addons.cluster.x-k8s.io",
    "ClusterResourceSet",
    ["spec.clusterSelector", "spec.strategy"],
    "Resources were applied by it",
    `${CAPI}/clusterresourceset.go`,
  ],
  [
    CONTROL_PLANE,
    "K0sControlPlane",
    ["spec.k0sConfigSpec.k0s.spec.network.provider"],
    "k0s says: cannot change CNI provider",
    "k0s: pkg/component/controller/calico.go",
    { when: "was-set" },
  ],
  [
    CONTROL_PLANE,
    "K0smotronControlPlane",
    ["spec.k0sConfig.spec.network.provider"],
    "k0s says: cannot change CNI provider",
    "k0s: pkg/component/controller/calico.go",
    { when: "was-set" },
  ],
  [
    CONTROL_PLANE,
    "KubeadmControlPlane",
    [
      "spec.kubeadmConfigSpec.clusterConfiguration.clusterName",
      "spec.kubeadmConfigSpec.clusterConfiguration.controlPlaneEndpoint",
      "spec.kubeadmConfigSpec.clusterConfiguration.networking",
      "spec.kubeadmConfigSpec.clusterConfiguration.certificatesDir",
    ],
    "kubeadm cannot change it on a cluster that runs",
    KCP,
  ],
  [
    CONTROL_PLANE,
    "AWSManagedControlPlane",
    ["spec.region"],
    "EKS clusters cannot move",
    `${CAPA}: controlplane/eks/webhooks/awsmanagedcontrolplane_webhook.go`,
  ],
  [
    CONTROL_PLANE,
    "AWSManagedControlPlane",
    ["spec.eksClusterName"],
    "EKS clusters cannot be renamed",
    `${CAPA}: controlplane/eks/webhooks/awsmanagedcontrolplane_webhook.go`,
    { when: "was-set" },
  ],
  [
    CONTROL_PLANE,
    "AWSManagedControlPlane",
    ["spec.encryptionConfig", "spec.identityRef"],
    "It cannot be taken back",
    `${CAPA}: controlplane/eks/webhooks/awsmanagedcontrolplane_webhook.go`,
    { when: "is-removed" },
  ],
  [
    CONTROL_PLANE,
    "ROSAControlPlane",
    [
      "spec.rosaClusterName",
      "spec.domainPrefix",
      "spec.fips",
      "spec.oidcID",
      "spec.enableExternalAuthProviders",
      "spec.billingAccount",
    ],
    "The CRD says that it is immutable",
    ROSA,
  ],
];

/** Fields of Cluster API and its providers that may not change. */
export const IMMUTABLE_CLUSTER_API: readonly FieldRow[] = ROWS.flatMap(
  ([group, kind, paths, why, source, more = {}]) =>
    paths.map((path) => ({
      group,
      kind,
      path,
      ...more,
      effect: "will-fail" as const,
      rule: "effects/immutable-field" as const,
      summary: `${path} cannot change`,
      why,
      source,
    })),
);
