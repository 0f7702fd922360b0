/**
 * Which clusters MultiClusterServices reach.
 *
 * @module
 */

import {
  type Effect,
  getPath,
  groupOf,
  type Identity,
  type Manifest,
} from "../../model/mod.ts";
import type { UnitSide } from "../comparison.ts";
import { makeEffect } from "./make_effect.ts";

const K0RDENT = "k0rdent.mirantis.com";

/** More services than these are counted, not named. */
const MOST_NAMES = 3;

/** What a MultiClusterService brings to a cluster. */
interface Membership {
  /** The name of the ServiceSet, and of the Profile that delivers it. */
  readonly set: string;
  readonly services: readonly string[];
}

/**
 * Compares which MultiClusterServices reach a cluster, by its ServiceSets.
 *
 * @param sides What the rendered trees have of the cluster.
 * @param options The cluster.
 * @returns An effect for each MultiClusterService that it joins or leaves.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const set = {
 *   apiVersion: "k0rdent.mirantis.com/v1beta1",
 *   kind: "ServiceSet",
 *   metadata: { name: "eu1-8ba8496a", namespace: "prod" },
 *   spec: { multiClusterService: "baseline", services: [{ name: "dns" }] },
 * };
 * const after = { applied: [], review: [set], retired: false };
 * const [effect] = membershipEffects({ after }, { cluster: "prod/eu1" });
 * assertEquals(effect?.summary, "joins, and gets dns");
 * ```
 */
export function membershipEffects(
  { before, after }: {
    readonly before?: UnitSide | undefined;
    readonly after: UnitSide;
  },
  { cluster }: { readonly cluster: string },
): readonly Effect[] {
  const former = membershipsOf(before);
  const now = membershipsOf(after);
  const joins = [...now].filter(([name]) => !former.has(name))
    .map(([name, { services }]) =>
      makeEffect(multiClusterService(name), {
        kind: "membership",
        rule: "effects/member-joins",
        summary: `joins, and gets ${listed(services)}`,
        cluster,
      })
    );
  const leaves = [...former].filter(([name]) => !now.has(name))
    .map(([name, { set, services }]) => {
      const isKept = delivers(after, set);
      return makeEffect(multiClusterService(name), {
        kind: "membership",
        rule: "effects/member-leaves",
        summary: isKept
          ? `leaves, and keeps ${listed(services)}`
          : `leaves, and loses ${listed(services)}`,
        cluster,
        warnings: isKept ? [] : [LOSES],
      });
    });
  return [...leaves, ...joins];
}

const LOSES =
  "The services are uninstalled with what they hold; keepServicesOnSelectorMismatch, from KCM 1.10.0 on, keeps them";

function membershipsOf(
  side: UnitSide | undefined,
): ReadonlyMap<string, Membership> {
  const memberships = new Map<string, Membership>();
  for (const manifest of [...side?.review ?? [], ...side?.applied ?? []]) {
    if (manifest.kind !== "ServiceSet") continue;
    if (groupOf(manifest.apiVersion) !== K0RDENT) continue;
    const owner = getPath(manifest, ["spec", "multiClusterService"]);
    if (typeof owner !== "string") continue;
    memberships.set(owner, {
      set: manifest.metadata.name,
      services: namesOf(manifest),
    });
  }
  return memberships;
}

function namesOf(set: Manifest): readonly string[] {
  const services = getPath(set, ["spec", "services"]);
  return !Array.isArray(services)
    ? []
    : services.map((service) => `${getPath(service, ["name"]) ?? ""}`);
}

function delivers({ applied, review }: UnitSide, set: string): boolean {
  const isProfile = ({ kind, metadata }: Manifest) =>
    kind === "Profile" && metadata.name === set;
  return applied.some(isProfile) || review.some(isProfile);
}

function listed(services: readonly string[]): string {
  if (services.length === 0) return "no services";
  return services.length > MOST_NAMES
    ? `${services.length} services`
    : services.join(", ");
}

function multiClusterService(name: string): Identity {
  return { group: K0RDENT, kind: "MultiClusterService", namespace: "", name };
}
