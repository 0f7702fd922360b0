/**
 * The services of a cluster, and who wins where several ask for the same.
 *
 * @module
 */

import { getPath, identityKey } from "../model/mod.ts";
import type { ServiceClaim } from "./explanation.ts";
import type { FedCluster } from "./find_feeders.ts";

/**
 * The services that a cluster is to have, by everyone who asks for them.
 * Sveltos goes by the tier of the Profile: the lower one deploys a release
 * that two ask for.
 *
 * @param fed The cluster.
 * @param name The name of a service; left out, all.
 * @returns The services by namespace and name, of equal ones the winner first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { findFeeders } from "./find_feeders.ts";
 * const [dns] = explainServices(known(findFeeders(demoScope(), "prod/eu1")));
 * assertEquals([dns?.name, dns?.wins, dns?.owner.kind], [
 *   "dns",
 *   true,
 *   "ClusterDeployment",
 * ]);
 * ```
 */
export function explainServices(
  { base }: FedCluster,
  name?: string,
): ServiceClaim[] {
  const claims = base.cluster.inputs.sets.flatMap((delivered) => {
    const { set, owner, origin } = delivered;
    const profile = base.objects.get(identityKey({
      group: "config.projectsveltos.io",
      kind: "Profile",
      namespace: set.namespace,
      name: set.name,
    }));
    const tier = getPath(profile, ["spec", "tier"]);
    return set.services.map(({ service, version, index }) => ({
      namespace: service.namespace,
      name: service.name,
      version,
      template: service.template,
      owner,
      place: { origin, field: ["spec", "serviceSpec", "services", index] },
      ...(tier === undefined ? {} : { tier }),
    }));
  }).filter((claim) => name === undefined || claim.name === name);
  return [...Map.groupBy(claims, keyOf).entries()]
    .sort(([a], [b]) => a < b ? -1 : 1)
    .flatMap(([, rivals]) => ranked(rivals));
}

/** Of equal tiers the one that is there first stays: any may be. */
function ranked(rivals: readonly Omit<ServiceClaim, "wins">[]): ServiceClaim[] {
  const best = Math.min(...rivals.map(tierOf));
  return rivals.map((claim) => ({ ...claim, wins: tierOf(claim) === best }))
    .sort((a, b) => tierOf(a) - tierOf(b));
}

function tierOf({ tier }: Omit<ServiceClaim, "wins">): number {
  return Number(tier ?? 0);
}

function keyOf({ namespace, name }: { namespace: string; name: string }) {
  return `${namespace}/${name}`;
}
