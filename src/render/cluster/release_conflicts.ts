/**
 * Services that are the same Helm release on the same cluster.
 *
 * @module
 */

import {
  type Finding,
  formatIdentity,
  getField,
  makeFinding,
} from "../../model/mod.ts";
import { RENDER_RULES } from "../rules.ts";
import type { SetService } from "../services/service_set.ts";
import type { DeliveredSet } from "./cluster_inputs.ts";

/** ServiceSets that do not contend for a release any more. */
export interface SettledSets {
  readonly sets: readonly DeliveredSet[];
  readonly findings: readonly Finding[];
}

/**
 * Settles which ServiceSet gets a release that several ask for. Sveltos settles
 * it at run time by the priority, and so it is done here for Flux.
 *
 * @param sets The ServiceSets of a cluster, its own first.
 * @returns The ServiceSets, each release in one of them only.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(settleReleases([]), { sets: [], findings: [] });
 * ```
 */
export function settleReleases(sets: readonly DeliveredSet[]): SettledSets {
  const winners = new Map<string, DeliveredSet>();
  const findings: Finding[] = [];
  for (const delivered of sets) {
    for (const entry of delivered.set.services) {
      const rival = winners.get(releaseKey(entry));
      const wins = rival === undefined || priority(delivered) > priority(rival);
      if (wins) winners.set(releaseKey(entry), delivered);
      if (rival === undefined) continue;
      const loser = wins ? rival : delivered;
      findings.push(conflict(entry, delivered, { rival, loser }));
    }
  }
  return {
    sets: sets.map(withoutLost),
    findings,
  };

  function withoutLost(delivered: DeliveredSet): DeliveredSet {
    const { set } = delivered;
    const isWon = (entry: SetService) =>
      winners.get(releaseKey(entry)) === delivered;
    return {
      ...delivered,
      set: { ...set, services: set.services.filter(isWon) },
      lost: set.services.filter((entry) => !isWon(entry)),
    };
  }
}

function conflict(
  { service, index }: SetService,
  { owner: object, origin }: DeliveredSet,
  sides: { readonly rival: DeliveredSet; readonly loser: DeliveredSet },
): Finding {
  return makeFinding(
    RENDER_RULES["render/release-conflict"],
    `Service "${service.namespace}/${service.name}" on cluster "${sides.loser.set.cluster}" comes from ${
      formatIdentity(object)
    } and from ${formatIdentity(sides.rival.owner)}: that of ${
      formatIdentity(sides.loser.owner)
    } is left out`,
    {
      object,
      place: { origin, field: ["spec", "serviceSpec", "services", index] },
    },
  );
}

function priority({ set }: DeliveredSet): number {
  return Number(getField(set.provider.config, "priority") ?? 100);
}

function releaseKey({ service }: SetService): string {
  return `${service.namespace}/${service.name}`;
}
