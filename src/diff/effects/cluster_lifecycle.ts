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
} from "../../model/mod.ts";
import type { UnitSide } from "../comparison.ts";
import {
  clusterObject,
  type ClusterUnit,
  isDryRun,
  type Level,
  levelOf,
} from "./apply_level.ts";
import type { EffectContext } from "./effect_context.ts";
import { type EffectDetails, makeEffect } from "./make_effect.ts";
import { membershipEffects } from "./membership.ts";
import { isPruned } from "./prune.ts";

/** A cluster before and after. */
export interface ClusterPair {
  readonly unit: ClusterUnit;
  /** Left out where the cluster is not there, or retired. */
  readonly before?: UnitSide | undefined;
  readonly after?: UnitSide | undefined;
}

/**
 * Tells whether a cluster comes, goes, or is made anew.
 *
 * @param pair The cluster before and after.
 * @param context What else counts.
 * @returns The effects; left out where the cluster goes on as it is, so that
 * what counts is what changes in it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * const after = { applied: [], review: [], retired: false };
 * const [effect] = lifecycleEffects({ unit, after }, {}) ?? [];
 * assertEquals(effect?.kind, "create");
 * ```
 */
export function lifecycleEffects(
  pair: ClusterPair,
  context: EffectContext,
): readonly Effect[] | undefined {
  const { unit, before, after } = pair;
  const cluster = `${unit.namespace}/${unit.name}`;
  if (before === undefined) {
    return after === undefined ? [] : [
      created(unit, after, context),
      ...membershipEffects({ after }, { cluster }),
    ];
  }
  const successor = context.successors?.get(cluster);
  const details = after === undefined
    ? gone(unit, before, successor)
    : madeAnew(unit, before, after);
  if (details === undefined) return undefined;
  const object = objectOf(unit, before);
  return [makeEffect(object, { ...details, cluster })];
}

function created(
  unit: ClusterUnit,
  after: UnitSide,
  { predecessors }: EffectContext,
): Effect {
  const cluster = `${unit.namespace}/${unit.name}`;
  const { chart, applied, review } = after;
  const count = applied.length + review.length;
  const replaced = predecessors?.get(cluster);
  return makeEffect(objectOf(unit, after), {
    kind: "create",
    rule: "effects/cluster-created",
    summary: [
      ...(chart === undefined ? [] : [`${chart.name} ${chart.version}`]),
      ...(isDryRun(after) ? ["dry run"] : []),
      `${count} objects`,
    ].join(", "),
    cluster,
    warnings: replaced === undefined
      ? []
      : [`It takes the place of ${replaced}, and begins empty`],
  });
}

function gone(
  unit: ClusterUnit,
  before: UnitSide,
  successor: string | undefined,
): EffectDetails {
  const manifest = clusterObject(unit, before);
  if (manifest !== undefined && !isPruned(manifest)) return KEPT;
  if (successor !== undefined) {
    return {
      kind: "replace",
      rule: "effects/cluster-renamed",
      summary: "renamed: deleted with all that runs on it, and made anew",
      warnings: [`${successor} takes its place, and begins empty`],
    };
  }
  return {
    kind: "delete",
    rule: "effects/cluster-deleted",
    summary: isAdopted(manifest)
      ? "no longer managed: its services are withdrawn, the cluster itself stays"
      : "deleted, with its machines and all that runs on them",
  };
}

const KEPT: EffectDetails = {
  kind: "reconciliation",
  rule: "effects/cluster-kept",
  summary: "leaves the branch and stays: Flux is told not to prune it",
  warnings: ["Nobody looks after the cluster any more"],
};

function madeAnew(
  unit: ClusterUnit,
  before: UnitSide,
  after: UnitSide,
): EffectDetails | undefined {
  const [former, now] = [before, after].map((side) =>
    clusterObject(unit, side)
  );
  if (former === undefined || now === undefined) return undefined;
  const [from, level] = [levelOf(unit, before), levelOf(unit, after)];
  if (from !== level) return changedLevel(from, level);
  const charts = level === "capi" || isDryRun(after)
    ? undefined
    : otherChart(unit, before, after);
  return charts ?? otherName(identityOf(former), identityOf(now));
}

/** Flux prunes the object that stood for the cluster. */
function changedLevel(from: Level, to: Level): EffectDetails {
  return {
    kind: "delete",
    rule: "effects/level-changed",
    summary: `applyLevel ${from} → ${to}: Flux prunes what stands for it`,
    warnings: ["Go over a new branch, as docs/guides/from-kcm.md says"],
  };
}

/** Flux compares the names in Chart.yaml, not those of templates. */
function otherChart(
  unit: ClusterUnit,
  before: UnitSide,
  after: UnitSide,
): EffectDetails | undefined {
  const [from, to] = [before.chart?.name, after.chart?.name];
  if (from === undefined || to === undefined || from === to) return undefined;
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
    warnings: [
      "The cluster is deleted, with its machines and all that runs on them",
    ],
  };
}

function otherName(from: Identity, to: Identity): EffectDetails | undefined {
  if (from.name === to.name && from.kind === to.kind) return undefined;
  const what = from.kind === to.kind ? "one of another name" : to.kind;
  return {
    kind: "replace",
    rule: "effects/cluster-renamed",
    summary: `${from.kind} gives way to ${what}`,
    warnings: [
      "The cluster is deleted, with its machines and all that runs on them",
    ],
  };
}

function releaseOf(
  { name }: ClusterUnit,
  { applied, review }: UnitSide,
): Manifest | undefined {
  return [...applied, ...review].find(({ kind, metadata }) =>
    kind === "HelmRelease" && metadata.name === name
  );
}

function isAdopted(manifest: Manifest | undefined): boolean {
  return manifest?.kind === "SveltosCluster";
}

/** A cluster of which nothing is applied is known by its definition. */
function objectOf(
  { namespace, name }: ClusterUnit,
  side: UnitSide,
): Identity {
  const manifest = clusterObject({ kind: "cluster", namespace, name }, side);
  return manifest === undefined
    ? {
      group: "k0rdent.mirantis.com",
      kind: "ClusterDeployment",
      namespace,
      name,
    }
    : identityOf(manifest);
}
