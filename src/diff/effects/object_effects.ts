/**
 * What the changes of a unit's objects do, one by one.
 *
 * @module
 */

import {
  type Effect,
  getPath,
  identityOf,
  type Manifest,
  type ObjectChange,
} from "../../model/mod.ts";
import { addedObject } from "./added_object.ts";
import { changedObject } from "./changed_object.ts";
import type { Level } from "./effect_context.ts";
import { makeEffect } from "./make_effect.ts";
import { quorumWarnings } from "./quorum.ts";
import { type RemovedFrom, removedObject } from "./removed_object.ts";
import { SERVICE_FIELDS } from "./service_effects.ts";
import { carriesServices } from "./services.ts";

/**
 * Tells what the changes of a unit's objects do. What becomes of services is
 * told elsewhere.
 *
 * @param changes What of the unit's changes takes effect.
 * @param options The level at which the unit is applied, and whether its
 * expansion is known.
 * @returns The effects, in the order of the changes.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "layer", layer: "namespaces" } as const;
 * const before = { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } };
 * const effects = objectEffects([{ unit, applied: true, kind: "removed", before }], { level: "capi", expanded: true });
 * assertEquals(effects.map(({ kind }) => kind), ["delete"]);
 * ```
 */
export function objectEffects(
  changes: readonly ObjectChange[],
  { level, expanded }: { readonly level: Level; readonly expanded: boolean },
): readonly Effect[] {
  const paths = appliedPaths(changes);
  const effects = changes.flatMap((change) =>
    effectsOfChange(change, { level, paths, expanded })
      .map((effect) => withWarnings(effect, change))
  );
  return withoutRolledOut(effects);
}

function effectsOfChange(
  change: ObjectChange,
  { expanded, ...from }: Pick<RemovedFrom, "level" | "paths"> & {
    readonly expanded: boolean;
  },
): readonly Effect[] {
  const cluster = clusterOf(change);
  const { applied } = change;
  if (change.kind === "changed") return effectsOfFields(change, expanded);
  const effects: Effect[] = [];
  if ("before" in change && !isTold(change, change.before)) {
    effects.push(removedObject(change.before, { ...from, applied, cluster }));
  }
  if ("after" in change && !isTold(change, change.after)) {
    effects.push(addedObject(change.after, { cluster }));
  }
  return effects;
}

function effectsOfFields(
  change: Extract<ObjectChange, { kind: "changed" | "renamed" }>,
  expanded: boolean,
): readonly Effect[] {
  const cluster = clusterOf(change);
  const fields = isTold(change, change.after)
    ? change.fields.filter(({ path }) => !isService(change.after, path[1]))
    : change.fields;
  return changedObject({ ...change, fields }, {
    cluster,
    ...(standsForCluster(change)
      ? { otherwise: expanded ? IN_EXPANSION : NOT_EXPANDED }
      : {}),
  });
}

/** What is told of the services that an object delivers. */
function isTold(change: ObjectChange, manifest: Manifest): boolean {
  const { unit } = change;
  return unit.kind !== "root" &&
    carriesServices(
      manifest,
      unit.kind === "cluster" ? unit.name : undefined,
    );
}

/** Of a HelmRelease, Flux takes all it does not know otherwise as values. */
const RELEASE_FIELDS: ReadonlySet<string> = new Set([
  "chart",
  "chartRef",
  "values",
  "valuesFrom",
]);

function isService({ kind }: Manifest, field: unknown): boolean {
  if (kind === "Kustomization") {
    return field === "path" || field === "sourceRef";
  }
  const fields = kind === "HelmRelease" ? RELEASE_FIELDS : SERVICE_FIELDS;
  return fields.has(String(field));
}

const IN_EXPANSION = {
  kind: "no-effect",
  rule: "effects/quiet-field",
  summary: "what it does is told of the expansion",
} as const;

const NOT_EXPANDED = {
  kind: "unknown",
  rule: "effects/not-expanded",
  summary: "no template package tells what Helm makes of it",
} as const;

/** The ClusterDeployment and the HelmRelease only say what is expanded. */
function standsForCluster({ unit, ...change }: ObjectChange): boolean {
  const { kind, metadata } = "after" in change ? change.after : change.before;
  return unit.kind === "cluster" && metadata.name === unit.name &&
    (kind === "ClusterDeployment" || kind === "HelmRelease");
}

/**
 * What it does that something changes which is there for review only.
 *
 * @param change The change.
 * @returns An effect that is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "layer", layer: "sources" } as const;
 * const after = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } };
 * const change = { unit, applied: false, kind: "added", after } as const;
 * assertEquals(reviewOnly(change).kind, "no-effect");
 * ```
 */
export function reviewOnly(change: ObjectChange): Effect {
  const manifest = "after" in change ? change.after : change.before;
  return makeEffect(identityOf(manifest), {
    kind: "no-effect",
    rule: "effects/review-only",
    summary: "is there for review only",
    cluster: clusterOf(change),
    fields: "fields" in change ? change.fields : [],
  });
}

function clusterOf({ unit }: ObjectChange): string | undefined {
  return unit.kind === "cluster" ? `${unit.namespace}/${unit.name}` : undefined;
}

/** Workers that are replaced anyway read their bootstrap template again. */
function withoutRolledOut(effects: readonly Effect[]): readonly Effect[] {
  const rolls = effects.some(({ kind }) => kind === "worker-rollout");
  return !rolls
    ? effects
    : effects.map((effect) =>
      effect.rule === "effects/bootstrap-template"
        ? { ...effect, kind: "no-effect", warnings: [] }
        : effect
    );
}

function withWarnings(
  effect: Effect,
  change: ObjectChange,
): Effect {
  const more = effect.kind === "will-fail"
    ? [change.applied ? FLUX_STOPS : HELM_STOPS]
    : effect.kind === "control-plane-rollout" && "after" in change
    ? quorumWarnings(change.after)
    : [];
  return more.length === 0
    ? effect
    : { ...effect, warnings: [...effect.warnings, ...more] };
}

const FLUX_STOPS =
  "Flux applies nothing else of the same unit until it is put right";
const HELM_STOPS = "The Helm upgrade fails until it is put right";

/** The directories that new Flux Kustomizations apply. */
function appliedPaths(changes: readonly ObjectChange[]): ReadonlySet<string> {
  return new Set(changes.flatMap((change) => {
    if (change.unit.kind !== "root" || !("after" in change)) return [];
    const path = getPath(change.after, ["spec", "path"]);
    return typeof path === "string" ? [path] : [];
  }));
}
