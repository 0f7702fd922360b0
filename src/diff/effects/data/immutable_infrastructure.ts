/**
 * Fields of what stands in a cloud that the webhooks of Cluster API's providers
 * let nobody change.
 *
 * @module
 */

import type { FieldRow, RowCondition } from "../field_rule.ts";

const INFRASTRUCTURE = "infrastructure.cluster.x-k8s.io";

const CAPA = "cluster-api-provider-aws";
const CAPZ = "cluster-api-provider-azure: internal/webhooks";
const CAPG = "cluster-api-provider-gcp";
const CAPO =
  "cluster-api-provider-openstack: pkg/webhooks/openstackcluster_webhook.go";
const AKS =
  "learn.microsoft.com/azure/aks: settings that are fixed when a cluster is created";

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
    INFRASTRUCTURE,
    "AWSCluster",
    [
      "spec.region",
      "spec.controlPlaneLoadBalancer.scheme",
      "spec.controlPlaneLoadBalancer.name",
      "spec.controlPlaneLoadBalancer.healthCheckProtocol",
      "spec.controlPlaneLoadBalancer.targetGroupIPType",
    ],
    "What stands in the cloud cannot be moved or renamed",
    `${CAPA}: webhooks/awscluster_webhook.go`,
  ],
  [
    INFRASTRUCTURE,
    "AWSCluster",
    ["spec.controlPlaneEndpoint", "spec.network.vpc.id"],
    "Machines know the address and stand in the network",
    `${CAPA}: webhooks/awscluster_webhook.go`,
    { when: "was-set" },
  ],
  [
    INFRASTRUCTURE,
    "AWSCluster",
    ["spec.identityRef"],
    "It cannot be taken back",
    `${CAPA}: webhooks/awscluster_webhook.go`,
    { when: "is-removed" },
  ],
  [
    INFRASTRUCTURE,
    "AWSManagedMachinePool",
    [
      "spec.subnetIDs",
      "spec.diskSize",
      "spec.amiType",
      "spec.remoteAccess",
      "spec.availabilityZones",
      "spec.availabilityZoneSubnetType",
    ],
    "EKS node groups cannot change it",
    `${CAPA}: exp/webhooks/awsmanagedmachinepool_webhook.go`,
  ],
  [
    INFRASTRUCTURE,
    "AWSManagedMachinePool",
    ["spec.eksNodegroupName", "spec.roleName", "spec.capacityType"],
    "EKS node groups cannot change it",
    `${CAPA}: exp/webhooks/awsmanagedmachinepool_webhook.go`,
    { when: "was-set" },
  ],
  [
    INFRASTRUCTURE,
    "AzureCluster",
    [
      "spec.resourceGroup",
      "spec.subscriptionID",
      "spec.location",
      "spec.networkSpec.privateDNSZoneName",
      "spec.networkSpec.controlPlaneOutboundLB",
    ],
    "What stands in the cloud cannot be moved",
    `${CAPZ}/azurecluster_webhook.go`,
  ],
  [
    INFRASTRUCTURE,
    "AzureCluster",
    [
      "spec.controlPlaneEndpoint",
      "spec.azureEnvironment",
      "spec.bastionSpec.azureBastion",
    ],
    "What stands in the cloud cannot be moved",
    `${CAPZ}/azurecluster_webhook.go`,
    { when: "was-set" },
  ],
  [
    INFRASTRUCTURE,
    "AzureASOManagedControlPlane",
    [
      "spec.resources.*.spec.location",
      "spec.resources.*.spec.dnsPrefix",
      "spec.resources.*.spec.networkProfile.networkPlugin",
      "spec.resources.*.spec.networkProfile.dnsServiceIP",
      "spec.resources.*.spec.networkProfile.serviceCidr",
      "spec.resources.*.spec.networkProfile.podCidr",
    ],
    "AKS sets it once, when it makes a cluster",
    AKS,
  ],
  [
    INFRASTRUCTURE,
    "AzureASOManagedMachinePool",
    [
      "spec.resources.*.spec.vmSize",
      "spec.resources.*.spec.osType",
      "spec.resources.*.spec.osDiskSizeGB",
      "spec.resources.*.spec.availabilityZones",
    ],
    "AKS sets it once, when it makes a node pool",
    AKS,
  ],
  [
    INFRASTRUCTURE,
    "GCPCluster",
    ["spec.project", "spec.region", "spec.credentialsRef", "spec.loadBalancer"],
    "What stands in the cloud cannot be moved",
    `${CAPG}: webhooks/gcpcluster_webhook.go`,
  ],
  [
    INFRASTRUCTURE,
    "GCPManagedCluster",
    ["spec.project", "spec.region", "spec.credentialsRef"],
    "GKE clusters cannot move",
    `${CAPG}: exp/webhooks/gcpmanagedcluster_webhook.go`,
  ],
  [
    INFRASTRUCTURE,
    "GCPManagedControlPlane",
    [
      "spec.clusterName",
      "spec.project",
      "spec.location",
      "spec.enableAutopilot",
    ],
    "GKE clusters cannot move or be renamed",
    `${CAPG}: exp/webhooks/gcpmanagedcontrolplane_webhook.go`,
  ],
  [
    INFRASTRUCTURE,
    "GCPManagedMachinePool",
    [
      "spec.nodePoolName",
      "spec.machineType",
      "spec.instanceType",
      "spec.diskSizeGb",
      "spec.diskSizeGB",
      "spec.diskType",
      "spec.localSsdCount",
      "spec.management",
      "spec.maxPodsPerNode",
      "spec.preemptible",
      "spec.spot",
    ],
    "GKE node pools cannot change it",
    `${CAPG}: exp/webhooks/gcpmanagedmachinepool_webhook.go`,
  ],
  [
    INFRASTRUCTURE,
    "OpenStackCluster",
    ["spec"],
    "Networks and load balancers were made by it",
    CAPO,
    {
      except: [
        "spec.identityRef",
        "spec.bastion",
        "spec.managedSecurityGroups",
        "spec.managedSubnets.*.dnsNameservers",
        "spec.apiServerLoadBalancer.allowedCIDRs",
        "spec.apiServerLoadBalancer.monitor",
        "spec.controlPlaneAvailabilityZones",
        "spec.controlPlaneOmitAvailabilityZone",
        "spec.controlPlaneEndpoint",
        "spec.primarySubnet",
      ],
    },
  ],
];

/** Fields of what stands in a cloud that may not change. */
export const IMMUTABLE_INFRASTRUCTURE: readonly FieldRow[] = ROWS.flatMap(
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
