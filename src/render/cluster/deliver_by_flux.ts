/**
 * Services as Flux delivers them: a HelmRelease or Kustomization each.
 *
 * @module
 */

import type { Finding } from "../../model/mod.ts";
import type { Piece } from "../apply_levels.ts";
import type { ClusterInputs, DeliveredSet } from "./cluster_inputs.ts";

export function deliverByFlux(
  _inputs: ClusterInputs,
  _delivered: DeliveredSet,
): { pieces: Piece[]; findings: Finding[] } {
  return { pieces: [], findings: [] };
}
