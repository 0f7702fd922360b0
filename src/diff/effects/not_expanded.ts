/**
 * Clusters of which one side has no expansion.
 *
 * @module
 */

import type { Effect, Side } from "../../model/mod.ts";
import type { ClusterUnit } from "./apply_level.ts";
import type { ClusterPair } from "./cluster_lifecycle.ts";
import { makeEffect } from "./make_effect.ts";

/**
 * The side on which a cluster is not expanded, while it is on the other. What
 * is missing there is not deleted: nobody has looked.
 *
 * @param pair The cluster before and after.
 * @returns The side; `undefined` where both can be compared.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * const after = { applied: [], review: [], retired: false };
 * const chart = { name: "aws", version: "1.0.0", origin: "", digest: "" };
 * assertEquals(blindSide({ unit, before: { ...after, chart }, after }), "after");
 * assertEquals(blindSide({ unit, before: after, after }), undefined);
 * ```
 */
export function blindSide({ before, after }: ClusterPair): Side | undefined {
  if (before === undefined || after === undefined) return undefined;
  if (before.chart !== undefined && after.chart === undefined) return "after";
  if (before.chart === undefined && after.chart !== undefined) return "before";
  return undefined;
}

/**
 * Whether either side of a cluster is expanded.
 *
 * @param pair The cluster before and after.
 * @returns Whether one is.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * assert(!isExpanded({ unit }));
 * ```
 */
export function isExpanded({ before, after }: ClusterPair): boolean {
  return (before?.chart ?? after?.chart) !== undefined;
}

/**
 * What it means that a cluster is expanded on one side only.
 *
 * @param unit The cluster.
 * @param side The side on which it is not.
 * @returns The effect.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * assertEquals(notExpanded(unit, "after").kind, "unknown");
 * ```
 */
export function notExpanded(
  { namespace, name }: ClusterUnit,
  side: Side,
): Effect {
  return makeEffect({
    group: "k0rdent.mirantis.com",
    kind: "ClusterDeployment",
    namespace,
    name,
  }, {
    kind: "unknown",
    rule: "effects/not-expanded",
    summary: `no template package expands it ${side} the change`,
    cluster: `${namespace}/${name}`,
    warnings: [
      "A chart of another name makes Flux uninstall the release, and the cluster with it",
    ],
  });
}
