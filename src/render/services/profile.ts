/**
 * The Sveltos Profile of a ServiceSet (kcm-spec 3.5).
 *
 * @module
 */

import type { Identity, Manifest } from "../../model/mod.ts";
import type { Shape } from "../../templates/mod.ts";
import { MANAGED_LABELS } from "../../k0rdent/mod.ts";
import type { Resolution } from "../resolution.ts";
import { fillShape } from "../shapes.ts";
import { type ProfileInput, profileSpec } from "./profile_spec.ts";
import type { ServiceProblem } from "./service_findings.ts";

const GROUP = "config.projectsveltos.io";

/** A Profile, and the services that it cannot deliver. */
export interface MadeProfile {
  readonly profile: Resolution<Manifest>;
  readonly problems: readonly ServiceProblem[];
}

/**
 * Makes the Profile of a ServiceSet for one cluster.
 *
 * @param shape The shape of Profiles.
 * @param input What the Profile is made from.
 * @returns The Profile, named as the ServiceSet.
 *
 * @example
 * ```ts
 * import { profileDefaults } from "./profile_defaults.ts";
 * import { assertEquals } from "@std/assert";
 * import { demoScope, demoSet } from "../_demo.ts";
 * const made = profile(demoScope().shapes.profile, {
 *   set: demoSet(),
 *   clusterRef: { apiVersion: "", kind: "Cluster", namespace: "prod", name: "eu1" },
 *   defaults: profileDefaults("1.12.0"),
 * });
 * assertEquals(made.profile.kind, "resolved");
 * ```
 */
export function profile(shape: Shape, input: ProfileInput): MadeProfile {
  const { namespace, name } = input.set;
  return make(shape, input, { group: GROUP, kind: "Profile", namespace, name });
}

/**
 * Makes the ClusterProfile of a ServiceSet for the management cluster.
 *
 * @param shape The shape of ClusterProfiles.
 * @param input What the ClusterProfile is made from.
 * @returns The ClusterProfile, named as the ServiceSet.
 *
 * @example
 * ```ts
 * import { profileDefaults } from "./profile_defaults.ts";
 * import { assertEquals } from "@std/assert";
 * import { demoScope, demoSet } from "../_demo.ts";
 * const made = clusterProfile(demoScope().library.shape("sveltos/clusterprofile"), {
 *   set: demoSet(),
 *   clusterRef: { apiVersion: "", kind: "SveltosCluster", namespace: "mgmt", name: "mgmt" },
 *   defaults: profileDefaults("1.12.0"),
 * });
 * assertEquals(made.profile.kind, "resolved");
 * ```
 */
export function clusterProfile(shape: Shape, input: ProfileInput): MadeProfile {
  const { name } = input.set;
  const kind = "ClusterProfile";
  return make(shape, input, { group: GROUP, kind, namespace: "", name });
}

function make(
  shape: Shape,
  input: ProfileInput,
  identity: Identity,
): MadeProfile {
  const { spec, problems } = profileSpec(input);
  const data = { labels: MANAGED_LABELS, annotations: {}, spec };
  return { profile: fillShape(shape, { identity, data }), problems };
}
