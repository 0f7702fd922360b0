/**
 * What stands for a cluster, and which changes take effect.
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
import type { EffectContext, Level } from "./effect_context.ts";

/** A cluster's unit. */
export type ClusterUnit = Extract<UnitId, { kind: "cluster" }>;

/** A unit before and after, as far as it is there and not retired. */
export interface LivePair {
  readonly unit: ComparedUnitId;
  readonly before?: UnitSide | undefined;
  readonly after?: UnitSide | undefined;
}

const K0RDENT = "k0rdent.mirantis.com";

/** The objects that stand for a cluster at each level, by group and kind. */
const CLUSTER_KINDS: Readonly<Record<Level, ReadonlySet<string>>> = {
  capi: new Set([
    "cluster.x-k8s.io/Cluster",
    "lib.projectsveltos.io/SveltosCluster",
  ]),
  helmrelease: new Set(["helm.toolkit.fluxcd.io/HelmRelease"]),
  k0rdent: new Set([`${K0RDENT}/ClusterDeployment`]),
};

/**
 * The level at which an object stands for a cluster.
 *
 * @param unit The cluster.
 * @param manifest An object that Flux applies.
 * @returns The level; `undefined` where it does not stand for the cluster.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * const manifest = {
 *   apiVersion: "cluster.x-k8s.io/v1beta2",
 *   kind: "Cluster",
 *   metadata: { name: "eu1", namespace: "prod" },
 * };
 * assertEquals(levelOfObject(unit, manifest), "capi");
 * ```
 */
export function levelOfObject(
  { name }: ClusterUnit,
  { apiVersion, kind, metadata }: Manifest,
): Level | undefined {
  const key = `${groupOf(apiVersion)}/${kind}`;
  if (CLUSTER_KINDS.capi.has(key)) return "capi";
  if (metadata.name !== name) return undefined;
  if (CLUSTER_KINDS.helmrelease.has(key)) return "helmrelease";
  return CLUSTER_KINDS.k0rdent.has(key) ? "k0rdent" : undefined;
}

/**
 * The level at which a unit is applied. Where the trees do not say it, it is
 * told from the objects that are applied.
 *
 * @param pair The unit.
 * @param context What the trees say.
 * @returns The level.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "layer", layer: "platform" } as const;
 * assertEquals(levelOf({ unit }, { applyLevel: { after: "k0rdent" } }), "k0rdent");
 * ```
 */
export function levelOf(
  { unit, before, after }: LivePair,
  { applyLevel }: EffectContext,
): Level {
  const level = applyLevel?.after ?? applyLevel?.before;
  if (level !== undefined) return level;
  const applied = (after ?? before)?.applied ?? [];
  if (unit.kind !== "cluster") {
    return applied.some(isK0rdent) ? "k0rdent" : "capi";
  }
  const levels = new Set(applied.map((each) => levelOfObject(unit, each)));
  return (["k0rdent", "capi", "helmrelease"] as const)
    .find((each) => levels.has(each)) ?? "capi";
}

/**
 * Finds what of a unit's changes takes effect: because Flux applies it, or
 * because a controller makes it of what Flux applies.
 *
 * @param pair The unit.
 * @param level The level at which it is applied.
 * @returns Tells whether a change does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const unit = { kind: "layer", layer: "platform" } as const;
 * const after = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * const change = { unit, applied: false, kind: "added", after } as const;
 * assert(effectivenessOf({ unit }, "k0rdent")(change));
 * assert(!effectivenessOf({ unit }, "capi")(change));
 * ```
 */
export function effectivenessOf(
  pair: LivePair,
  level: Level,
): (change: ObjectChange) => boolean {
  let dryRun: boolean | undefined;
  return (change) => {
    if (change.applied) return true;
    const manifest = "after" in change ? change.after : change.before;
    const isExpanded = pair.unit.kind === "cluster"
      ? level !== "capi"
      : level === "k0rdent";
    if (!isExpanded || isK0rdent(manifest)) return false;
    dryRun ??= isDryRun(pair.after ?? pair.before);
    return !dryRun;
  };
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
export function isDryRun(side: UnitSide | undefined): boolean {
  const says = (manifest: Manifest) =>
    manifest.kind === "ClusterDeployment" &&
    getPath(manifest, ["spec", "dryRun"]) === true;
  return side !== undefined &&
    (side.applied.some(says) || side.review.some(says));
}

function isK0rdent({ apiVersion }: Manifest): boolean {
  return groupOf(apiVersion) === K0RDENT;
}
