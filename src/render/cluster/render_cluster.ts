/**
 * From a cluster's inputs to its objects. Nothing but the inputs counts: their
 * fingerprint tells whether the result can be other than before.
 *
 * @module
 */

import {
  type Finding,
  formatIdentity,
  hasErrors,
  type Identity,
  identityOf,
  makeFinding,
} from "../../model/mod.ts";
import { place, type PlacedObjects, withhold } from "../apply_levels.ts";
import { RENDER_RULES } from "../rules.ts";
import type { ClusterInputs } from "./cluster_inputs.ts";
import { clusterObjects } from "./cluster_objects.ts";
import { deliverSet } from "./deliver_set.ts";

/** The objects of a cluster. */
export interface RenderedCluster extends PlacedObjects {
  /** Objects on the branch that stay as they are. */
  readonly retained: readonly Identity[];
  /** Whether all else that is on the branch stays as well. */
  readonly keepsOthers: boolean;
  readonly findings: readonly Finding[];
  /** Whether an error keeps the cluster from being rendered. */
  readonly isFailed: boolean;
}

/**
 * Renders a cluster. What is wrong with the services that others bring to it
 * does not fail it.
 *
 * @param inputs Everything that it is rendered from.
 * @returns Its objects.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs } from "../_demo.ts";
 * const { review } = renderCluster(demoInputs());
 * assertEquals(review.map(({ manifest }) => manifest.kind), [
 *   "ClusterDeployment",
 *   "HelmRelease",
 *   "ServiceSet",
 * ]);
 * ```
 */
export function renderCluster(inputs: ClusterInputs): RenderedCluster {
  const own = clusterObjects(inputs);
  const deliveries = inputs.sets.map((delivered) => ({
    isOwn: delivered.set.multiClusterService === undefined,
    ...deliverSet(inputs, delivered, own.clusterRef),
  }));
  const placed = place(
    [...own.pieces, ...deliveries.flatMap(({ pieces }) => pieces)],
    inputs.settings.applyLevel,
  );
  const pauses = pauseFindings(inputs);
  const held = pauses.length > 0
    ? withhold(placed)
    : { ...placed, retained: [] };
  return {
    applied: held.applied,
    review: held.review,
    retained: [
      ...inputs.retained,
      ...deliveries.flatMap(({ retained }) => retained),
      ...held.retained,
    ],
    keepsOthers: inputs.keepsOthers,
    findings: [
      ...own.findings,
      ...deliveries.flatMap(({ findings }) => findings),
      ...pauses,
    ],
    isFailed: hasErrors(own.findings) ||
      deliveries.some(({ isOwn, findings }) => isOwn && hasErrors(findings)),
  };
}

/** What keeps the cluster as it is; where KCM runs, it sees to that itself. */
function pauseFindings(
  { deployment, region, settings }: ClusterInputs,
): Finding[] {
  if (settings.applyLevel === "k0rdent") return [];
  const { manifest, origin, spec } = deployment;
  const object = identityOf(manifest);
  const findings: Finding[] = [];
  if (spec.dryRun) {
    findings.push(makeFinding(
      RENDER_RULES["render/dry-run"],
      `${
        formatIdentity(object)
      } has dryRun: what is applied for it stays as it is`,
      { object, place: { origin, field: ["spec", "dryRun"] } },
    ));
  }
  if (region?.isPaused) {
    findings.push(makeFinding(
      RENDER_RULES["render/region-paused"],
      `Region "${region.target.name}" of ${
        formatIdentity(object)
      } is paused: what is applied for it stays as it is`,
      { object, place: { origin, field: ["spec", "credential"] } },
    ));
  }
  return findings;
}
