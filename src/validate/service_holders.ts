/**
 * The objects that have services: ClusterDeployments and MultiClusterServices.
 *
 * @module
 */

import type {
  ClusterDeploymentSpec,
  Declared,
  Inventory,
  ServiceSpec,
} from "../k0rdent/mod.ts";
import { remember } from "../model/mod.ts";

/** An object with services. */
export interface ServiceHolder
  extends Declared<{ readonly serviceSpec: ServiceSpec }> {
  /** Where its templates and chains are looked up. */
  readonly templateNamespace: string;
}

/**
 * All objects with services.
 *
 * @param inventory The definitions.
 * @returns ClusterDeployments, then MultiClusterServices, each in order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../k0rdent/mod.ts";
 * const { inventory } = takeInventory([], { systemNamespace: "kcm-system" });
 * assertEquals([...serviceHolders(inventory)], []);
 * ```
 */
export function* serviceHolders(
  inventory: Inventory,
): Generator<ServiceHolder> {
  yield* inventory.clusterDeployments.values().map(clusterHolder);
  for (const service of inventory.multiClusterServices.values()) {
    yield { ...service, templateNamespace: inventory.systemNamespace };
  }
}

/** One object for each cluster, so that checks may remember what they found. */
const clusterHolder = remember((
  cluster: Declared<ClusterDeploymentSpec>,
): ServiceHolder => {
  const { namespace = "" } = cluster.manifest.metadata;
  return { ...cluster, templateNamespace: namespace };
});

/** Where the services of an object stand. */
export const SERVICES_FIELD = ["spec", "serviceSpec", "services"] as const;
