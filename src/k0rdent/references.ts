/**
 * What the objects of a dry source name.
 *
 * @module
 */

import { type Definition, remember } from "../model/mod.ts";
import {
  awsRoleIdentityReferences,
  awsStaticIdentityReferences,
} from "./aws_identity.ts";
import { azureIdentityReferences } from "./azure_identity.ts";
import {
  clusterDeploymentReferences,
  type ClusterDeploymentSpec,
} from "./cluster_deployment.ts";
import { clusterTemplateReferences } from "./cluster_template.ts";
import { credentialReferences } from "./credential.ts";
import type { Inventory } from "./inventory.ts";
import type { Declared, DeclaredMap, Reference } from "./kind.ts";
import { managementReferences } from "./management.ts";
import { multiClusterServiceReferences } from "./multi_cluster_service.ts";
import { openStackIdentityReferences } from "./openstack_identity.ts";
import { providerTemplateReferences } from "./provider_template.ts";
import { regionReferences } from "./region.ts";
import { releaseReferences } from "./release.ts";
import { serviceTemplateReferences } from "./service_template.ts";
import { templateChainReferences } from "./template_chain.ts";
import { vSphereIdentityReferences } from "./vsphere_identity.ts";

/** A reference, and the object that holds it. */
export interface InventoryReference extends Reference {
  readonly from: Definition;
}

/**
 * All references between the objects of a dry source.
 *
 * @param inventory The objects.
 * @returns The references, whether what they name is there or not.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "./inventory.ts";
 * const { inventory } = takeInventory([{
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "ClusterDeployment",
 *     metadata: { name: "eu1", namespace: "prod" },
 *     spec: { template: "aws", credential: "main", config: {} },
 *   },
 *   origin: { file: "eu1.yaml", document: 0, line: 1 },
 * }], { systemNamespace: "kcm-system" });
 * assertEquals([...inventoryReferences(inventory)].map(({ to }) => to.kind), [
 *   "ClusterTemplate",
 *   "Credential",
 * ]);
 * ```
 */
export function* inventoryReferences(
  inventory: Inventory,
): Generator<InventoryReference> {
  const { systemNamespace } = inventory;
  for (const cluster of inventory.clusterDeployments.values()) {
    yield* referencesOfCluster(cluster);
  }
  yield* among(
    inventory.multiClusterServices,
    (service) => multiClusterServiceReferences(service, systemNamespace),
  );
  yield* among(inventory.clusterTemplates, clusterTemplateReferences);
  yield* among(inventory.serviceTemplates, serviceTemplateReferences);
  yield* among(
    inventory.providerTemplates,
    (template) => providerTemplateReferences(template, systemNamespace),
  );
  yield* among(inventory.releases, releaseReferences);
  yield* among(inventory.managements, managementReferences);
  yield* among(
    inventory.regions,
    (region) => regionReferences(region, systemNamespace),
  );
  yield* among(inventory.clusterTemplateChains, templateChainReferences);
  yield* among(inventory.serviceTemplateChains, templateChainReferences);
  yield* among(inventory.credentials, credentialReferences);
  yield* among(
    inventory.awsStaticIdentities,
    (identity) => awsStaticIdentityReferences(identity, systemNamespace),
  );
  yield* among(inventory.awsRoleIdentities, awsRoleIdentityReferences);
  yield* among(inventory.azureIdentities, azureIdentityReferences);
  yield* among(inventory.openStackIdentities, openStackIdentityReferences);
  yield* among(
    inventory.vSphereIdentities,
    (identity) => vSphereIdentityReferences(identity, systemNamespace),
  );
}

const referencesOfCluster = remember((
  cluster: Declared<ClusterDeploymentSpec>,
): readonly InventoryReference[] =>
  clusterDeploymentReferences(cluster).map((each) => withHolder(each, cluster))
);

function* among<Spec>(
  objects: DeclaredMap<Spec>,
  referencesOf: (object: Declared<Spec>) => Reference[],
): Generator<InventoryReference> {
  for (const object of objects.values()) {
    for (const each of referencesOf(object)) yield withHolder(each, object);
  }
}

function withHolder(
  reference: Reference,
  { manifest, origin }: Declared<unknown>,
): InventoryReference {
  return { ...reference, from: { manifest, origin } };
}
