/**
 * The words by which an effect is accepted.
 *
 * @module
 */

import type { Effect } from "../../model/mod.ts";

/** The objects that are a cluster, whatever their names. */
const CLUSTERS: ReadonlySet<string> = new Set(["Cluster", "SveltosCluster"]);

/** The objects that stand for a cluster where they have its name. */
const STANDING: ReadonlySet<string> = new Set([
  "ClusterDeployment",
  "HelmRelease",
]);

/** Rules by which objects are deleted, whatever else comes of it. */
const DELETING: ReadonlySet<string> = new Set([
  "effects/object-removed",
  "effects/object-deleted",
]);

/**
 * Whether an effect is on a cluster as a whole.
 *
 * @param effect The effect.
 * @returns Whether it is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isOnCluster({
 *   kind: "delete",
 *   rule: "effects/cluster-deleted",
 *   summary: "",
 *   object: { group: "cluster.x-k8s.io", kind: "Cluster", namespace: "prod", name: "eu1" },
 *   cluster: "prod/eu1",
 *   fields: [],
 *   causes: [],
 *   warnings: [],
 * }));
 * ```
 */
export function isOnCluster({ kind, object, cluster }: Effect): boolean {
  if (cluster === undefined) return false;
  if (kind === "control-plane-rollout") return true;
  const { namespace, name } = object;
  return (kind === "delete" || kind === "replace") &&
    (CLUSTERS.has(object.kind) ||
      (STANDING.has(object.kind) && `${namespace}/${name}` === cluster));
}

/**
 * Whether an effect deletes its object, or replaces it.
 *
 * @param effect The effect.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(!isDestructive({
 *   kind: "in-place",
 *   rule: "effects/object-changed",
 *   summary: "",
 *   object: { group: "", kind: "Secret", namespace: "prod", name: "a" },
 *   fields: [],
 *   causes: [],
 *   warnings: [],
 * }));
 * ```
 */
export function isDestructive({ kind, rule }: Effect): boolean {
  return kind === "delete" || kind === "replace" || DELETING.has(rule);
}

/**
 * What to write into the source to accept an effect.
 *
 * @param effect The effect.
 * @returns An entry of the annotation, as `delete:prod/eu1`; `undefined` for
 * effects that no guard is about.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const effect = {
 *   kind: "delete",
 *   rule: "effects/object-deleted",
 *   summary: "",
 *   object: { group: "", kind: "Namespace", namespace: "", name: "prod" },
 *   fields: [],
 *   causes: [],
 *   warnings: [],
 * } as const;
 * assertEquals(acknowledgementOf(effect), "delete:Namespace/prod");
 * ```
 */
export function acknowledgementOf(effect: Effect): string | undefined {
  const verb = verbOf(effect);
  if (verb === undefined) return undefined;
  const { kind, namespace, name } = effect.object;
  const object = isOnCluster(effect)
    ? effect.cluster
    : [kind, namespace, name].filter((part) => part !== "").join("/");
  return `${verb}:${object}`;
}

function verbOf(effect: Effect): string | undefined {
  const { kind } = effect;
  if (kind === "control-plane-rollout" || kind === "service-uninstall") {
    return kind;
  }
  if (kind === "replace") return "replace";
  return isDestructive(effect) ? "delete" : undefined;
}
