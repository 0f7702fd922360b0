/**
 * All definitions of a dry source, by what they are.
 *
 * @module
 */

import {
  type Definition,
  type Finding,
  type Identity,
  identityKey,
} from "../model/mod.ts";
import {
  ACCESS_MANAGEMENT,
  type AccessManagementSpec,
} from "./access_management.ts";
import { readObjects } from "./_read_objects.ts";
import { byIdentity, byKind } from "./_sorting.ts";
import {
  AWS_CONTROLLER_IDENTITY,
  AWS_ROLE_IDENTITY,
  AWS_STATIC_IDENTITY,
  type AWSControllerIdentitySpec,
  type AWSRoleIdentitySpec,
  type AWSStaticIdentitySpec,
} from "./aws_identity.ts";
import { AZURE_IDENTITY, type AzureIdentitySpec } from "./azure_identity.ts";
import {
  CLUSTER_DEPLOYMENT,
  type ClusterDeploymentSpec,
} from "./cluster_deployment.ts";
import {
  CLUSTER_IPAM_CLAIM,
  type ClusterIPAMClaimSpec,
} from "./cluster_ipam_claim.ts";
import {
  CLUSTER_TEMPLATE,
  type ClusterTemplateSpec,
} from "./cluster_template.ts";
import { CREDENTIAL, type CredentialSpec } from "./credential.ts";
import { duplicateFindings } from "./duplicates.ts";
import {
  BUCKET,
  type BucketSpec,
  GIT_REPOSITORY,
  type GitRepositorySpec,
  HELM_REPOSITORY,
  type HelmRepositorySpec,
  OCI_REPOSITORY,
  type OCIRepositorySpec,
} from "./flux_sources.ts";
import { type ChartSpec, HELM_CHART } from "./helm_spec.ts";
import type { DeclaredMap, Kind } from "./kind.ts";
import { MANAGEMENT, type ManagementSpec } from "./management.ts";
import {
  MULTI_CLUSTER_SERVICE,
  type MultiClusterServiceSpec,
} from "./multi_cluster_service.ts";
import {
  OPENSTACK_IDENTITY,
  type OpenStackIdentitySpec,
} from "./openstack_identity.ts";
import {
  PROVIDER_TEMPLATE,
  type ProviderTemplateSpec,
} from "./provider_template.ts";
import { REGION, type RegionSpec } from "./region.ts";
import { RELEASE, type ReleaseSpec } from "./release.ts";
import {
  SERVICE_TEMPLATE,
  type ServiceTemplateSpec,
} from "./service_template.ts";
import {
  STATE_MANAGEMENT_PROVIDER,
  type StateManagementProviderSpec,
} from "./state_management_provider.ts";
import {
  CLUSTER_TEMPLATE_CHAIN,
  SERVICE_TEMPLATE_CHAIN,
  type TemplateChainSpec,
} from "./template_chain.ts";
import {
  VSPHERE_IDENTITY,
  type VSphereIdentitySpec,
} from "./vsphere_identity.ts";

/**
 * All definitions of a dry source, by what they are.
 *
 * The maps by kind hold the objects whose `spec` could be read, without its
 * unknown fields; `all` holds the others too. All maps are in ascending order of their keys, whatever the
 * order of the definitions was.
 */
export interface Inventory {
  readonly systemNamespace: string;
  /** The version of KCM; left out, the latest. */
  readonly kcmVersion?: string;
  /** Every object by its identity key; of duplicates, the first. */
  readonly all: ReadonlyMap<string, Definition>;
  readonly accessManagements: DeclaredMap<AccessManagementSpec>;
  readonly clusterDeployments: DeclaredMap<ClusterDeploymentSpec>;
  readonly clusterTemplates: DeclaredMap<ClusterTemplateSpec>;
  readonly clusterTemplateChains: DeclaredMap<TemplateChainSpec>;
  readonly credentials: DeclaredMap<CredentialSpec>;
  readonly ipamClaims: DeclaredMap<ClusterIPAMClaimSpec>;
  readonly managements: DeclaredMap<ManagementSpec>;
  readonly multiClusterServices: DeclaredMap<MultiClusterServiceSpec>;
  readonly providerTemplates: DeclaredMap<ProviderTemplateSpec>;
  readonly regions: DeclaredMap<RegionSpec>;
  readonly releases: DeclaredMap<ReleaseSpec>;
  readonly serviceTemplates: DeclaredMap<ServiceTemplateSpec>;
  readonly serviceTemplateChains: DeclaredMap<TemplateChainSpec>;
  readonly stateManagementProviders: DeclaredMap<StateManagementProviderSpec>;
  readonly awsControllerIdentities: DeclaredMap<AWSControllerIdentitySpec>;
  readonly awsRoleIdentities: DeclaredMap<AWSRoleIdentitySpec>;
  readonly awsStaticIdentities: DeclaredMap<AWSStaticIdentitySpec>;
  readonly azureIdentities: DeclaredMap<AzureIdentitySpec>;
  readonly openStackIdentities: DeclaredMap<OpenStackIdentitySpec>;
  readonly vSphereIdentities: DeclaredMap<VSphereIdentitySpec>;
  readonly buckets: DeclaredMap<BucketSpec>;
  readonly gitRepositories: DeclaredMap<GitRepositorySpec>;
  readonly helmCharts: DeclaredMap<ChartSpec>;
  readonly helmRepositories: DeclaredMap<HelmRepositorySpec>;
  readonly ociRepositories: DeclaredMap<OCIRepositorySpec>;
  /** The object of an identity, whether its `spec` could be read or not. */
  find(identity: Identity): Definition | undefined;
}

/**
 * Takes the inventory of a dry source.
 *
 * @param definitions The definitions, in any order.
 * @param options The namespace of k0rdent's own objects, and KCM's version.
 * @returns The inventory, and what is wrong with objects on their own: their
 * kind, version, namespace and fields, and objects that are declared twice.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { inventory, findings } = takeInventory([{
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "ClusterDeployment",
 *     metadata: { name: "eu1", namespace: "prod" },
 *     spec: { template: "aws-standalone-cp-1-0-43", credential: "main", config: {} },
 *   },
 *   origin: { file: "eu1.yaml", document: 0, line: 1 },
 * }], { systemNamespace: "kcm-system" });
 * assertEquals(findings, []);
 * assertEquals(inventory.clusterDeployments.get("prod/eu1")?.spec.serviceSpec.priority, 100);
 * ```
 */
export function takeInventory(
  definitions: readonly Definition[],
  options: Pick<Inventory, "systemNamespace" | "kcmVersion">,
): { inventory: Inventory; findings: Finding[] } {
  const findings: Finding[] = [];
  const all = new Map<string, Definition>();
  for (const [key, declarations] of byIdentity(definitions, findings)) {
    for (const finding of duplicateFindings(declarations)) {
      findings.push(finding);
    }
    const [first] = declarations;
    if (first !== undefined) all.set(key, first);
  }
  const shelves = byKind(all.values());
  function take<Spec>(kind: Kind<Spec>): DeclaredMap<Spec> {
    const shelf = shelves.get(`${kind.group}/${kind.kind}`) ?? [];
    return readObjects(shelf, { kind, findings });
  }
  const inventory: Inventory = {
    ...options,
    all,
    accessManagements: take(ACCESS_MANAGEMENT),
    clusterDeployments: take(CLUSTER_DEPLOYMENT),
    clusterTemplates: take(CLUSTER_TEMPLATE),
    clusterTemplateChains: take(CLUSTER_TEMPLATE_CHAIN),
    credentials: take(CREDENTIAL),
    ipamClaims: take(CLUSTER_IPAM_CLAIM),
    managements: take(MANAGEMENT),
    multiClusterServices: take(MULTI_CLUSTER_SERVICE),
    providerTemplates: take(PROVIDER_TEMPLATE),
    regions: take(REGION),
    releases: take(RELEASE),
    serviceTemplates: take(SERVICE_TEMPLATE),
    serviceTemplateChains: take(SERVICE_TEMPLATE_CHAIN),
    stateManagementProviders: take(STATE_MANAGEMENT_PROVIDER),
    awsControllerIdentities: take(AWS_CONTROLLER_IDENTITY),
    awsRoleIdentities: take(AWS_ROLE_IDENTITY),
    awsStaticIdentities: take(AWS_STATIC_IDENTITY),
    azureIdentities: take(AZURE_IDENTITY),
    openStackIdentities: take(OPENSTACK_IDENTITY),
    vSphereIdentities: take(VSPHERE_IDENTITY),
    buckets: take(BUCKET),
    gitRepositories: take(GIT_REPOSITORY),
    helmCharts: take(HELM_CHART),
    helmRepositories: take(HELM_REPOSITORY),
    ociRepositories: take(OCI_REPOSITORY),
    find: (identity) => all.get(identityKey(identity)),
  };
  return { inventory, findings };
}
