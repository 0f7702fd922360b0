/**
 * What stands for a cluster, and which of its objects take effect.
 *
 * @module
 */

import {
  getPath,
  groupOf,
  type Manifest,
  type ObjectChange,
  type UnitId,
} from "../../model/mod.ts";
import type { ComparedUnitId, UnitSide } from "../comparison.ts";

/** A cluster's unit. */
export type ClusterUnit = Extract<UnitId, { kind: "cluster" }>;

/** Which form of a cluster Flux applies. */
export type Level = "capi" | "helmrelease" | "k0rdent";

const K0RDENT = "k0rdent.mirantis.com";
const HELM = "helm.toolkit.fluxcd.io";
const CAPI = "cluster.x-k8s.io";
const SVELTOS = "lib.projectsveltos.io";

/**
 * The level at which a unit is applied: by what stands for a cluster, or by
 * whether a layer's k0rdent objects are applied.
 *
 * @param unit The unit.
 * @param side What a rendered tree has of it.
 * @returns The level.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * assertEquals(levelOf(unit, { applied: [], review: [], retired: false }), "capi");
 * ```
 */
export function levelOf(unit: ComparedUnitId, { applied }: UnitSide): Level {
  if (unit.kind !== "cluster") {
    return applied.some(isK0rdent) ? "k0rdent" : "capi";
  }
  const { namespace, name } = unit;
  let level: Level = "capi";
  for (const { apiVersion, kind, metadata } of applied) {
    if (metadata.name !== name || metadata.namespace !== namespace) continue;
    const group = groupOf(apiVersion);
    if (kind === "ClusterDeployment" && group === K0RDENT) return "k0rdent";
    if (kind === "HelmRelease" && group === HELM) level = "helmrelease";
  }
  return level;
}

function isK0rdent({ apiVersion }: Manifest): boolean {
  return groupOf(apiVersion) === K0RDENT;
}

/**
 * The object whose deletion deletes a cluster.
 *
 * @param unit The cluster.
 * @param side What a rendered tree has of it.
 * @returns The object; left out where none is applied.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * assertEquals(clusterObject(unit, { applied: [], review: [], retired: false }), undefined);
 * ```
 */
export function clusterObject(
  unit: ClusterUnit,
  side: UnitSide,
): Manifest | undefined {
  const level = levelOf(unit, side);
  return side.applied.find((manifest) => {
    const { kind, metadata } = manifest;
    const group = groupOf(manifest.apiVersion);
    if (level === "capi") {
      return (kind === "Cluster" && group === CAPI) ||
        (kind === "SveltosCluster" && group === SVELTOS);
    }
    return metadata.name === unit.name &&
      kind === (level === "k0rdent" ? "ClusterDeployment" : "HelmRelease");
  });
}

/**
 * Whether a cluster's ClusterDeployment says `dryRun`, so that nothing of its
 * expansion takes effect but what Flux applies.
 *
 * @param side What a rendered tree has of the cluster.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(!isDryRun({ applied: [], review: [], retired: false }));
 * ```
 */
export function isDryRun({ applied, review }: UnitSide): boolean {
  const says = (manifest: Manifest) =>
    manifest.kind === "ClusterDeployment" &&
    getPath(manifest, ["spec", "dryRun"]) === true;
  return applied.some(says) || review.some(says);
}

/**
 * Whether the change of an object takes effect: because Flux applies it, or
 * because a controller makes it of what Flux applies.
 *
 * @param change The change.
 * @param of The level of its cluster, and whether that says `dryRun`.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const after = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * const change = { unit, applied: false, kind: "added", after } as const;
 * assert(takesEffect(change, { level: "k0rdent", dryRun: false }));
 * assert(!takesEffect(change, { level: "capi", dryRun: false }));
 * ```
 */
export function takesEffect(
  change: ObjectChange,
  of: { readonly level: Level; readonly dryRun: boolean },
): boolean {
  if (change.applied) return true;
  const manifest = "after" in change ? change.after : change.before;
  return of.level !== "capi" && !of.dryRun && !isK0rdent(manifest);
}

/**
 * The objects of a side that take effect.
 *
 * @param unit The unit.
 * @param side What a rendered tree has of it.
 * @returns What Flux applies, and what controllers make of it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * assertEquals(effectiveObjects(unit, { applied: [], review: [], retired: false }), []);
 * ```
 */
export function effectiveObjects(
  unit: ComparedUnitId,
  side: UnitSide,
): readonly Manifest[] {
  return levelOf(unit, side) === "capi" || isDryRun(side)
    ? side.applied
    : [...side.applied, ...side.review.filter((each) => !isK0rdent(each))];
}
