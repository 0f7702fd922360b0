/**
 * Clusters that come, go, or are made anew.
 *
 * @module
 */

import {
  type Effect,
  getPath,
  type Identity,
  identityOf,
  type Manifest,
  type ObjectChange,
  type Side,
} from "../../model/mod.ts";
import {
  type ClusterUnit,
  isDryRun,
  levelOf,
  levelOfObject,
  type LivePair,
} from "./apply_level.ts";
import type { UnitSide } from "../comparison.ts";
import type { EffectContext } from "./effect_context.ts";
import { type EffectDetails, makeEffect } from "./make_effect.ts";
import { membershipEffects } from "./membership.ts";
import { isPruned } from "./prune.ts";
import { chartOfRelease } from "./services.ts";

/** A cluster before and after. */
export interface ClusterPair extends LivePair {
  readonly unit: ClusterUnit;
}

/**
 * Tells whether a cluster comes, goes, or is made anew.
 *
 * @param pair The cluster before and after.
 * @param changes What differs in it.
 * @param context What else counts.
 * @returns The effects; left out where the cluster goes on as it is, so that
 * what counts is what changes in it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * const after = { applied: [], review: [], retired: false };
 * const [effect] = lifecycleEffects({ unit, after }, [], {}) ?? [];
 * assertEquals(effect?.kind, "create");
 * ```
 */
export function lifecycleEffects(
  pair: ClusterPair,
  changes: readonly ObjectChange[],
  context: EffectContext,
): readonly Effect[] | undefined {
  const { unit, before, after } = pair;
  const cluster = `${unit.namespace}/${unit.name}`;
  if (before === undefined && after === undefined) return [];
  const standing = standingObjects(unit, changes);
  if (before === undefined) {
    const object = identityOr(unit, standing.after);
    return [
      makeEffect(object, { ...created(pair, changes), cluster }),
      ...membershipEffects(changes, { cluster }),
    ];
  }
  const details = after === undefined
    ? gone(standing.before)
    : madeAnew(pair, standing, context);
  return details === undefined ? undefined : [
    makeEffect(identityOr(unit, standing.before), { ...details, cluster }),
  ];
}

/** What stands for a cluster, where that is among what differs. */
interface Standing {
  readonly before?: Manifest | undefined;
  readonly after?: Manifest | undefined;
}

function standingObjects(
  unit: ClusterUnit,
  changes: readonly ObjectChange[],
): Standing {
  const standing = changes.filter(({ applied }) => applied);
  const find = (manifests: readonly Manifest[]) =>
    manifests.find((each) => levelOfObject(unit, each) !== undefined);
  return {
    before: find(
      standing.flatMap((change) => "before" in change ? [change.before] : []),
    ),
    after: find(
      standing.flatMap((change) => "after" in change ? [change.after] : []),
    ),
  };
}

function created(
  { after }: ClusterPair,
  changes: readonly ObjectChange[],
): EffectDetails {
  const chart = after?.chart;
  return {
    kind: "create",
    rule: "effects/cluster-created",
    summary: [
      ...(chart === undefined ? [] : [`${chart.name} ${chart.version}`]),
      ...(isDryRun(after) ? ["dry run"] : []),
      `${changes.length} objects`,
    ].join(", "),
  };
}

function gone(manifest: Manifest | undefined): EffectDetails {
  if (manifest !== undefined && !isPruned(manifest)) return KEPT;
  return {
    kind: "delete",
    rule: "effects/cluster-deleted",
    summary: manifest?.kind === "SveltosCluster"
      ? "no longer managed: its services are withdrawn, the cluster itself stays"
      : DELETED,
  };
}

const DELETED = "deleted, with its machines and all that runs on them";

const KEPT: EffectDetails = {
  kind: "reconciliation",
  rule: "effects/cluster-kept",
  summary: "leaves the branch and stays: Flux is told not to prune it",
  warnings: ["Nobody looks after the cluster any more"],
};

function madeAnew(
  pair: ClusterPair,
  standing: Standing,
  context: EffectContext,
): EffectDetails | undefined {
  const chart = otherChart(pair, context);
  if (chart !== undefined) return chart;
  const { before, after } = standing;
  if (before === undefined || after === undefined) return undefined;
  const [from, to] = [before, after]
    .map((each) => levelOfObject(pair.unit, each));
  if (from !== to) return changedLevel(`${from}`, `${to}`);
  return otherName(identityOf(before), identityOf(after));
}

/** Flux prunes the object that stood for the cluster. */
function changedLevel(from: string, to: string): EffectDetails {
  return {
    kind: "delete",
    rule: "effects/level-changed",
    summary: `applyLevel ${from} → ${to}: Flux prunes what stands for it`,
    warnings: ["Go over a new branch, as docs/guides/from-kcm.md says"],
  };
}

/** Flux compares the names of charts, not those of templates. */
function otherChart(
  pair: ClusterPair,
  context: EffectContext,
): EffectDetails | undefined {
  const { unit, after } = pair;
  const { from, to } = chartNames(pair, context);
  if (from === undefined || to === undefined || from === to) return undefined;
  if (levelOf(pair, context) === "capi" || isDryRun(after)) return undefined;
  const strategy = getPath(releaseOf(unit, after), [
    "spec",
    "upgrade",
    "chartNameChangeStrategy",
  ]);
  return strategy === "InPlaceUpdate" ? undefined : {
    kind: "replace",
    rule: "effects/release-reinstalled",
    summary:
      `chart ${from} → ${to}: Flux uninstalls the release and installs it anew`,
    warnings: [`The cluster is ${DELETED}`],
  };
}

/** What no package expands is known by the HelmChart objects alone. */
function chartNames(
  { unit, before, after }: ClusterPair,
  { charts }: EffectContext,
): { from?: string | undefined; to?: string | undefined } {
  if (before?.chart !== undefined && after?.chart !== undefined) {
    return { from: before.chart.name, to: after.chart.name };
  }
  const nameOn = (side: Side, has: UnitSide | undefined) => {
    const release = releaseOf(unit, has);
    return release && charts && chartOfRelease(release, charts[side])?.chart;
  };
  return { from: nameOn("before", before), to: nameOn("after", after) };
}

function releaseOf(
  unit: ClusterUnit,
  side: UnitSide | undefined,
): Manifest | undefined {
  return [...side?.applied ?? [], ...side?.review ?? []].find((
    { kind, metadata },
  ) => kind === "HelmRelease" && metadata.name === unit.name);
}

function otherName(from: Identity, to: Identity): EffectDetails | undefined {
  if (from.name === to.name && from.kind === to.kind) return undefined;
  const what = from.kind === to.kind ? "one of another name" : to.kind;
  return {
    kind: "replace",
    rule: "effects/cluster-renamed",
    summary: `${from.kind} gives way to ${what}`,
    warnings: [`The cluster is ${DELETED}`],
  };
}

/** A cluster of which nothing is applied is known by its definition. */
function identityOr(
  { namespace, name }: ClusterUnit,
  manifest: Manifest | undefined,
): Identity {
  return manifest !== undefined ? identityOf(manifest) : {
    group: "k0rdent.mirantis.com",
    kind: "ClusterDeployment",
    namespace,
    name,
  };
}
