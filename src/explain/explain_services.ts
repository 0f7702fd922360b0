/**
 * The services of a cluster, and who wins where several ask for the same.
 *
 * @module
 */

import { getPath, identityKey } from "../model/mod.ts";
import type { DeliveredSet } from "../render/mod.ts";
import type { ServiceClaim } from "./explanation.ts";
import type { FedCluster } from "./find_feeders.ts";
import type { Outcome } from "./trial.ts";

/**
 * The services that a cluster is to have, by everyone who asks for them.
 * Sveltos goes by the tier of the Profile: the lower one deploys a release
 * that two ask for. With Flux it is settled by the priority, before anything
 * is rendered.
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
  const claims = base.cluster.inputs.sets.flatMap((delivered) =>
    claimsOf(delivered, base)
  ).filter(({ service }) => name === undefined || service.name === name);
  return [...Map.groupBy(claims, ({ service }) => keyOf(service)).entries()]
    .sort(([a], [b]) => a < b ? -1 : 1)
    .flatMap(([, rivals]) => ranked(rivals));
}

/** A claim, and what decides on it: the lowest rank wins. */
interface Rival {
  readonly service: Omit<ServiceClaim, "wins">;
  readonly rank: number;
}

function claimsOf(delivered: DeliveredSet, { objects }: Outcome): Rival[] {
  const { set, owner, origin, lost = [] } = delivered;
  const profile = objects.get(identityKey({
    group: "config.projectsveltos.io",
    kind: "Profile",
    namespace: set.namespace,
    name: set.name,
  }));
  const tier = getPath(profile, ["spec", "tier"]);
  return [...set.services, ...lost].map((entry) => {
    const { service, version, index } = entry;
    return {
      // What Flux delivers has no tier: who loses is settled before.
      rank: lost.includes(entry) ? Infinity : Number(tier ?? 0),
      service: {
        namespace: service.namespace,
        name: service.name,
        version,
        template: service.template,
        owner,
        place: { origin, field: ["spec", "serviceSpec", "services", index] },
        ...(tier === undefined ? {} : { tier }),
      },
    };
  });
}

/** Of equal tiers the one that is there first stays: any may be. */
function ranked(rivals: readonly Rival[]): ServiceClaim[] {
  const best = Math.min(...rivals.map(({ rank }) => rank));
  return rivals.toSorted((a, b) => a.rank - b.rank)
    .map(({ service, rank }) => ({
      ...service,
      wins: rank === best && rank < Infinity,
    }));
}

function keyOf({ namespace, name }: { namespace: string; name: string }) {
  return `${namespace}/${name}`;
}
