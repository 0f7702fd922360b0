/**
 * Which identities the Cluster API providers of k0rdent take.
 *
 * @module
 */

import { K0RDENT_GROUP } from "../k0rdent/mod.ts";
import type { Inventory } from "../k0rdent/mod.ts";
import { getField, getPath, groupOf, type Manifest } from "../model/mod.ts";

/** How the names of infrastructure providers begin. */
export const INFRASTRUCTURE_PREFIX = "infrastructure-";

/** The label of a ProviderInterface that names its provider. */
const PROVIDER_LABEL = "cluster.x-k8s.io/provider";

/** The identity kinds of the providers that come with k0rdent. */
const SHIPPED: Readonly<Record<string, readonly string[]>> = {
  "infrastructure-aws": [
    "AWSClusterStaticIdentity",
    "AWSClusterRoleIdentity",
    "AWSClusterControllerIdentity",
  ],
  "infrastructure-azure": ["AzureClusterIdentity", "Secret"],
  "infrastructure-docker": ["Secret"],
  "infrastructure-gcp": ["Secret"],
  "infrastructure-internal": ["Secret"],
  "infrastructure-k0sproject-k0smotron": ["Secret"],
  "infrastructure-kubevirt": ["Secret"],
  "infrastructure-openstack": ["Secret", "OpenStackClusterIdentity"],
  "infrastructure-vsphere": ["VSphereClusterIdentity", "Secret"],
};

/** Tells which identity kinds a provider takes. */
export type IdentityKinds = (provider: string) => readonly string[] | undefined;

/**
 * Gathers which identity kinds providers take.
 *
 * @param inventory The definitions; a ProviderInterface among them wins over
 * what k0rdent ships.
 * @returns The kinds by provider; nothing for a provider that is not known.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../k0rdent/mod.ts";
 * const { inventory } = takeInventory([], { systemNamespace: "kcm-system" });
 * assertEquals(identityKinds(inventory)("infrastructure-gcp"), ["Secret"]);
 * ```
 */
export function identityKinds(inventory: Inventory): IdentityKinds {
  const declared = new Map<string, string[]>();
  for (const { manifest } of inventory.all.values()) {
    if (
      manifest.kind !== "ProviderInterface" ||
      groupOf(manifest.apiVersion) !== K0RDENT_GROUP
    ) continue;
    const provider = getField(manifest.metadata.labels, PROVIDER_LABEL);
    if (typeof provider === "string") declared.set(provider, kindsOf(manifest));
  }
  return (provider) =>
    declared.get(provider) ??
      (Object.hasOwn(SHIPPED, provider) ? SHIPPED[provider] : undefined);
}

function kindsOf(manifest: Manifest): string[] {
  const identities = getPath(manifest, ["spec", "clusterIdentities"]);
  const kinds = Array.isArray(identities)
    ? identities.map((identity) => getField(identity, "kind"))
    : getPath(manifest, ["spec", "clusterIdentityKinds"]);
  return Array.isArray(kinds)
    ? kinds.filter((kind) => typeof kind === "string")
    : [];
}
