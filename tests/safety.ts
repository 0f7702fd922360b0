/**
 * What must hold for everything that Flux applies, whatever it comes from.
 *
 * @module
 */

import {
  formatIdentity,
  getField,
  getPath,
  groupOf,
  identityKey,
  identityOf,
  type Manifest,
  type UnitResult,
} from "../src/model/mod.ts";
import { emitYaml } from "../src/yaml/mod.ts";
import type { Mode } from "./modes.ts";

const K0RDENT = "k0rdent.mirantis.com";
const FLUX = "kustomize.toolkit.fluxcd.io";

/** What Flux may remove of a cluster: what takes the rest with it in order. */
const PRUNED = ["Cluster", "SveltosCluster", "Profile", "HelmRelease"];

/**
 * Finds what would be dangerous to apply.
 *
 * @param units What became of the units.
 * @param mode How they were rendered.
 * @returns The problems; empty if there are none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const mode = { applyLevel: "capi", serviceDelivery: "sveltos" } as const;
 * assertEquals(safetyProblems([], mode), []);
 * ```
 */
export function safetyProblems(
  units: readonly UnitResult[],
  mode: Mode,
): string[] {
  const seen = new Set<string>();
  return units.flatMap((unit) => {
    if (unit.kind !== "rendered") return [];
    return unit.applied.flatMap(({ manifest }) => {
      const identity = identityOf(manifest);
      const key = `${unit.region?.name} ${identityKey(identity)}`;
      const problems = [
        ...seen.has(key) ? ["two units apply it"] : [],
        ...objectProblems(manifest, mode),
        ...unit.id.kind === "cluster" && mode.applyLevel === "capi"
          ? clusterObjectProblems(manifest)
          : [],
      ];
      seen.add(key);
      return problems.map((it) => `${formatIdentity(identity)}: ${it}`);
    });
  });
}

function objectProblems(manifest: Manifest, { applyLevel }: Mode): string[] {
  const { annotations } = manifest.metadata;
  const isSubstituted = emitYaml(manifest).includes("${") &&
    getField(annotations, `${FLUX}/substitute`) !== "disabled";
  const isForeign = applyLevel !== "k0rdent" &&
    groupOf(manifest.apiVersion) === K0RDENT;
  return [
    ...isSubstituted ? ["Flux would substitute variables in it"] : [],
    ...isForeign ? ["its CRD may not be there"] : [],
  ];
}

function clusterObjectProblems(manifest: Manifest): string[] {
  const { kind, metadata } = manifest;
  const prune = getField(metadata.annotations, `${FLUX}/prune`);
  const finalizers = getPath(manifest, ["metadata", "finalizers"]);
  const isStuck = Array.isArray(finalizers) &&
    finalizers.includes(`${K0RDENT}/cleanup`);
  return [
    ...prune === "disabled" || PRUNED.includes(kind)
      ? []
      : ["Flux would prune it before the cluster is gone"],
    ...prune === "disabled" && kind === "Cluster"
      ? ["the cluster would never go"]
      : [],
    ...isStuck ? ["nobody would remove its finalizer"] : [],
  ];
}
