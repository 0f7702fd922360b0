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
  type ObjectChange,
} from "../../model/mod.ts";
import { type KeepingService, leftButKept } from "./keeping_services.ts";
import { makeEffect } from "./make_effect.ts";

const K0RDENT = "k0rdent.mirantis.com";

/** More services than these are counted, not named. */
const MOST_NAMES = 3;

/**
 * Tells which MultiClusterServices a cluster joins and leaves, by its
 * ServiceSets.
 *
 * @param changes What differs in the cluster's unit.
 * @param options The cluster, and who keeps services where they are.
 * @returns An effect for each.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * const after = {
 *   apiVersion: "k0rdent.mirantis.com/v1beta1",
 *   kind: "ServiceSet",
 *   metadata: { name: "eu1-8ba8496a", namespace: "prod" },
 *   spec: { multiClusterService: "baseline", services: [{ name: "dns" }] },
 * };
 * const [effect] = membershipEffects(
 *   [{ unit, applied: false, kind: "added", after }],
 *   { cluster: "prod/eu1" },
 * );
 * assertEquals(effect?.summary, "joins, and gets dns");
 * ```
 */
export function membershipEffects(
  changes: readonly ObjectChange[],
  { cluster, keeping = [] }: {
    readonly cluster: string;
    /** The MultiClusterServices that leave services where they are. */
    readonly keeping?: readonly KeepingService[] | undefined;
  },
): readonly Effect[] {
  const former = new Map<string, Manifest>();
  const now = new Map<string, Manifest>();
  for (const change of changes) {
    if ("before" in change) addMember(former, change.before);
    if ("after" in change) addMember(now, change.after);
  }
  const leaves = [...former].filter(([name]) => !now.has(name))
    .map(([name, set]) =>
      makeEffect(multiClusterService(name), {
        ...left(set, losesProfile(changes, set.metadata.name)),
        cluster,
      })
    );
  const joins = [...now].filter(([name]) => !former.has(name))
    .map(([name, set]) =>
      makeEffect(multiClusterService(name), {
        kind: "membership",
        rule: "effects/member-joins",
        summary: `joins, and gets ${servicesOf(set)}`,
        cluster,
      })
    );
  const keeps = leftButKept(changes, keeping).map((name) =>
    makeEffect(multiClusterService(name), {
      kind: "membership",
      rule: "effects/member-leaves",
      summary: "leaves, and keeps its services",
      cluster,
    })
  );
  return [...leaves, ...keeps, ...joins];
}

function addMember(members: Map<string, Manifest>, manifest: Manifest): void {
  if (manifest.kind !== "ServiceSet") return;
  if (groupOf(manifest.apiVersion) !== K0RDENT) return;
  const owner = getPath(manifest, ["spec", "multiClusterService"]);
  if (typeof owner === "string" && owner !== "") members.set(owner, manifest);
}

function left(set: Manifest, loses: boolean) {
  return {
    kind: "membership",
    rule: "effects/member-leaves",
    summary: `leaves, and ${loses ? "loses" : "keeps"} ${servicesOf(set)}`,
    warnings: loses ? [LOSES] : [],
  } as const;
}

const LOSES =
  "The services are uninstalled with what they hold; keepServicesOnSelectorMismatch, from KCM 1.10.0 on, keeps them where a selector lets a cluster go";

/** The Profile has the name of the ServiceSet; what Flux delivers has none. */
function losesProfile(changes: readonly ObjectChange[], set: string): boolean {
  return changes.some((change) =>
    change.kind === "removed" &&
    ((change.before.kind === "Profile" &&
      change.before.metadata.name === set) ||
      (change.before.kind === "HelmRelease" && change.applied))
  );
}

function servicesOf(set: Manifest): string {
  const services = getPath(set, ["spec", "services"]);
  const names = Array.isArray(services)
    ? services.map((service) => `${getPath(service, ["name"]) ?? ""}`)
    : [];
  if (names.length === 0) return "no services";
  return names.length > MOST_NAMES
    ? `${names.length} services`
    : names.join(", ");
}

function multiClusterService(name: string): Identity {
  return { group: K0RDENT, kind: "MultiClusterService", namespace: "", name };
}
