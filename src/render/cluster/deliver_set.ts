/**
 * The objects that bring the services of a ServiceSet to a cluster.
 *
 * @module
 */

import { type Finding, hasErrors, type Identity } from "../../model/mod.ts";
import type { Piece } from "../apply_levels.ts";
import { problemFinding } from "../resolution.ts";
import { deliversByFlux } from "../services/delivered_objects.ts";
import { profile } from "../services/profile.ts";
import { profileDefaults } from "../services/profile_defaults.ts";
import type { ClusterRef, ProfileInput } from "../services/profile_spec.ts";
import { serviceFindings } from "../services/service_findings.ts";
import { serviceSetManifest } from "../services/service_set.ts";
import type { ClusterInputs, DeliveredSet } from "./cluster_inputs.ts";
import { deliverByFlux } from "./deliver_by_flux.ts";

/** The objects that bring services to a cluster. */
export interface SetDelivery {
  readonly pieces: readonly Piece[];
  /** Objects on the branch that stay as they are. */
  readonly retained: readonly Identity[];
  readonly findings: readonly Finding[];
}

/**
 * Makes the objects of a ServiceSet. Where that fails, those on the branch
 * stay as they are: nothing is uninstalled because of a mistake.
 *
 * @param inputs What the cluster is rendered from.
 * @param delivered The ServiceSet.
 * @param clusterRef The cluster, as Sveltos refers to it.
 * @returns The objects, and what is wrong.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs, known } from "../_demo.ts";
 * const inputs = demoInputs();
 * const clusterRef = { apiVersion: "", kind: "Cluster", namespace: "prod", name: "eu1" };
 * const { pieces } = deliverSet(inputs, known(inputs.sets[0]), clusterRef);
 * assertEquals(pieces.map(({ manifest }) => manifest.kind), ["ServiceSet", "Profile"]);
 * ```
 */
export function deliverSet(
  inputs: ClusterInputs,
  delivered: DeliveredSet,
  clusterRef: ClusterRef,
): SetDelivery {
  const { set, origin } = delivered;
  const generated: Piece = {
    role: "generated",
    manifest: serviceSetManifest(set),
    origin,
  };
  if (!delivered.isDelivered) {
    return { pieces: [generated], retained: [], findings: [] };
  }
  const deliverIt = deliversByFlux(inputs.settings)
    ? deliverByFlux
    : deliverBySveltos;
  const made = deliverIt(inputs, delivered, clusterRef);
  return hasErrors(made.findings)
    ? { pieces: [], retained: delivered.objects, findings: made.findings }
    : {
      pieces: [generated, ...made.pieces],
      retained: [],
      findings: made.findings,
    };
}

function deliverBySveltos(
  inputs: ClusterInputs,
  delivered: DeliveredSet,
  clusterRef: ClusterRef,
): { pieces: Piece[]; findings: Finding[] } {
  const { set, owner: object, origin } = delivered;
  const { profile: made, problems } = profile(inputs.shapes.profile, {
    set,
    clusterRef,
    ...propagated(inputs, delivered),
    defaults: profileDefaults(inputs.settings.kcmVersion),
  });
  const findings = serviceFindings(problems, { object, origin });
  if (made.kind === "resolved") {
    return {
      pieces: [{ role: "service", manifest: made.result, origin }],
      findings,
    };
  }
  findings.push(problemFinding(made.problem, { object, place: { origin } }));
  return { pieces: [], findings };
}

/** Only a cluster's own ServiceSet brings its credential. */
function propagated(
  inputs: ClusterInputs,
  { set }: DeliveredSet,
): Pick<ProfileInput, "identity"> {
  const isOwn = set.multiClusterService === undefined;
  return isOwn && inputs.deployment.spec.propagateCredentials
    ? { identity: inputs.identity }
    : {};
}
