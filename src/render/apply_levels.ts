/**
 * What Flux applies at which level, and what is there to be read only.
 *
 * docs/design/apply-levels.md says why.
 *
 * @module
 */

import {
  type Identity,
  identityOf,
  type Manifest,
  type Origin,
  type RenderedObject,
} from "../model/mod.ts";
import type { ApplyLevel } from "../source/mod.ts";
import { keptOnPrune, unsubstituted, withoutController } from "./safety.ts";

/** The part that an object of a cluster plays. */
export type Role =
  /** The cluster itself: what is deleted to take down the rest. */
  | "cluster"
  /** What else Cluster API makes the cluster from. */
  | "cluster-part"
  /** What the cluster needs beside itself: files, addresses. */
  | "cluster-support"
  /** The HelmRelease that would make both. */
  | "helm-release"
  /** What brings services to the cluster. */
  | "service"
  /** The k0rdent object that somebody declared. */
  | "declared"
  /** A k0rdent object that KCM makes. */
  | "generated";

const APPLIED: Readonly<Record<ApplyLevel, ReadonlySet<Role>>> = {
  capi: new Set(["cluster", "cluster-part", "cluster-support", "service"]),
  helmrelease: new Set(["helm-release", "cluster-support", "service"]),
  k0rdent: new Set(["declared"]),
};

/** Objects that outlive the definition: Cluster API takes them down itself. */
const KEPT: ReadonlySet<Role> = new Set(["cluster-part", "cluster-support"]);

/** An object of a cluster, and the part that it plays. */
export interface Piece {
  readonly role: Role;
  readonly manifest: Manifest;
  readonly origin: Origin;
}

/** The objects of a unit, by where they go. */
export interface PlacedObjects {
  readonly applied: readonly RenderedObject[];
  readonly review: readonly RenderedObject[];
}

/**
 * Places the objects of a cluster, and makes those that Flux applies safe.
 *
 * @param pieces The objects.
 * @param level The apply level.
 * @returns The objects that Flux applies, and those for review.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const manifest = {
 *   apiVersion: "k0rdent.mirantis.com/v1beta1",
 *   kind: "ClusterDeployment",
 *   metadata: { name: "eu1", namespace: "prod" },
 * };
 * const origin = { file: "a.yaml", document: 0, line: 1 };
 * const piece = { role: "declared", manifest, origin } as const;
 * assertEquals(place([piece], "k0rdent").applied.length, 1);
 * assertEquals(place([piece], "capi").review.length, 1);
 * ```
 */
export function place(
  pieces: readonly Piece[],
  level: ApplyLevel,
): PlacedObjects {
  const applied: RenderedObject[] = [];
  const review: RenderedObject[] = [];
  for (const { role, manifest, origin } of pieces) {
    if (APPLIED[level].has(role)) {
      applied.push({ manifest: made(role, manifest), origin });
    } else review.push({ manifest, origin });
  }
  return { applied, review };
}

/**
 * Withholds all that Flux would apply: what is on the branch stays, the new
 * objects are for review.
 *
 * @param placed The objects of a unit.
 * @returns The objects for review, and the identities that stay as they are.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(withhold({ applied: [], review: [] }).retained, []);
 * ```
 */
export function withhold(
  placed: PlacedObjects,
): PlacedObjects & { readonly retained: readonly Identity[] } {
  return {
    applied: [],
    review: [...placed.applied, ...placed.review],
    retained: placed.applied.map(({ manifest }) => identityOf(manifest)),
  };
}

function made(role: Role, manifest: Manifest): Manifest {
  if (role === "declared") return unsubstituted(manifest);
  const released = withoutController(manifest);
  return unsubstituted(KEPT.has(role) ? keptOnPrune(released) : released);
}
