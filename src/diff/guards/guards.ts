/**
 * What each guard counts.
 *
 * @module
 */

import type { Effect } from "../../model/mod.ts";
import type { Guards } from "../../source/mod.ts";
import { isDestructive, isOnCluster } from "./acknowledged_effect.ts";

/** How many clusters there are before and after a change. */
export interface ClusterCounts {
  readonly before: number;
  readonly after: number;
}

/** A guard that is set. */
export interface Guard {
  /** Its name in `RenderConfig`. */
  readonly name: string;
  /** How many effects it allows. */
  readonly limit: number;
  /** What it allows, as people read it. */
  readonly text: string;
  /** Whether an effect counts against it. */
  counts(effect: Effect): boolean;
}

/**
 * The guards that are set.
 *
 * @param guards The configuration.
 * @param clusters How many clusters there are before and after the change.
 * @returns The guards, the gravest first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * const names = guardsOf(DEFAULT_CONFIG.guards, { before: 3, after: 0 })
 *   .map(({ name }) => name);
 * assertEquals(names, ["emptiedTree", "clustersDeleted", "clustersReplaced"]);
 * ```
 */
export function guardsOf(
  guards: Guards,
  clusters: ClusterCounts,
): readonly Guard[] {
  return [
    ...emptiedTree(clusters),
    limited("clustersDeleted", guards, {
      what: "deleted",
      counts: (effect) => effect.kind === "delete" && isOnCluster(effect),
    }),
    limited("clustersReplaced", guards, {
      what: "replaced",
      counts: (effect) => effect.kind === "replace" && isOnCluster(effect),
    }),
    limited("controlPlanesRolled", guards, {
      what: "with their control plane rolled",
      counts: ({ kind }) => kind === "control-plane-rollout",
    }),
    protectedKinds(guards.protectedKinds),
    protectedNamespaces(guards.protectedNamespaces),
  ].flat();
}

type Limit = "clustersDeleted" | "clustersReplaced" | "controlPlanesRolled";

function limited(
  name: Limit,
  guards: Guards,
  guard: { readonly what: string; counts(effect: Effect): boolean },
): Guard[] {
  const limit = guards[name];
  if (limit === undefined) return [];
  const clusters = limit === 1 ? "cluster" : "clusters";
  const text = `at most ${limit} ${clusters} ${guard.what}`;
  return [{ name, limit, text, counts: guard.counts }];
}

/** A tree without clusters is most often one of another directory. */
function emptiedTree({ before, after }: ClusterCounts): Guard[] {
  if (before === 0 || after > 0) return [];
  return [{
    name: "emptiedTree",
    limit: 0,
    text: "at least one cluster left",
    counts: (effect) =>
      (effect.kind === "delete" || effect.kind === "replace") &&
      isOnCluster(effect),
  }];
}

function protectedKinds(kinds: readonly string[]): Guard[] {
  if (kinds.length === 0) return [];
  return [{
    name: "protectedKinds",
    limit: 0,
    text: `no ${kinds.join(", ")} deleted or replaced`,
    counts: (effect) =>
      isDestructive(effect) && kinds.includes(effect.object.kind),
  }];
}

function protectedNamespaces(namespaces: readonly string[]): Guard[] {
  if (namespaces.length === 0) return [];
  return [{
    name: "protectedNamespaces",
    limit: 0,
    text: `nothing deleted, replaced or uninstalled in ${
      namespaces.join(", ")
    }`,
    counts: (effect) =>
      (isDestructive(effect) || effect.kind === "service-uninstall") &&
      namespaces.includes(namespaceOf(effect)),
  }];
}

/** A namespace is in itself. */
function namespaceOf({ object, cluster }: Effect): string {
  if (object.group === "" && object.kind === "Namespace") return object.name;
  return cluster?.split("/")[0] ?? object.namespace;
}
