/**
 * Which objects a ServiceSet comes to, without rendering it.
 *
 * @module
 */

import { DEFAULT_RELEASE_NAMESPACE, K0RDENT_GROUP } from "../../k0rdent/mod.ts";
import {
  type Definition,
  getField,
  getPath,
  type Identity,
} from "../../model/mod.ts";
import type { RenderConfig } from "../../source/mod.ts";
import { MANAGEMENT_CLUSTER } from "./service_set.ts";
import { releaseObjectName } from "./release_object_name.ts";

/** The configuration as far as it decides on how services are delivered. */
export type DeliveryMode = Pick<RenderConfig, "applyLevel" | "serviceDelivery">;

/** Names a ServiceSet. */
export interface SetIdentity {
  readonly name: string;
  readonly namespace: string;
  /** The ClusterDeployment; `""` is the management cluster. */
  readonly cluster: string;
}

/**
 * The objects that a ServiceSet comes to, as far as its definition can be
 * read: what stays on the branch while the definition has errors.
 *
 * @param config The configuration.
 * @param set The ServiceSet.
 * @param owner The definition that asks for it.
 * @returns The ServiceSet, its Profile or its HelmReleases and Kustomizations.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoCluster, demoScope, demoSet } from "../_demo.ts";
 * const objects = deliveredObjects(demoScope().config, demoSet(), demoCluster());
 * assertEquals(objects.map(({ kind }) => kind), ["ServiceSet", "Profile"]);
 * ```
 */
export function deliveredObjects(
  config: DeliveryMode,
  set: SetIdentity,
  owner: Definition,
): Identity[] {
  const { name, namespace, cluster } = set;
  const objects: Identity[] = [
    { group: K0RDENT_GROUP, kind: "ServiceSet", namespace, name },
    profileIdentity(set),
  ];
  if (!deliversByFlux(config)) return objects;
  const services = getPath(owner.manifest, ["spec", "serviceSpec", "services"]);
  for (const service of Array.isArray(services) ? services : []) {
    const object = releaseObjectName(cluster || MANAGEMENT_CLUSTER, {
      name: String(getField(service, "name")),
      namespace: String(
        getField(service, "namespace") || DEFAULT_RELEASE_NAMESPACE,
      ),
    });
    for (const [group, kind] of DELIVERY_KINDS) {
      objects.push({ group, kind, namespace, name: object });
    }
  }
  return objects;
}

function profileIdentity({ name, namespace, cluster }: SetIdentity): Identity {
  const group = "config.projectsveltos.io";
  return cluster === ""
    ? { group, kind: "ClusterProfile", namespace: "", name }
    : { group, kind: "Profile", namespace, name };
}

/**
 * Whether Flux delivers services. Where KCM runs it has them delivered itself.
 *
 * @param config The configuration.
 * @returns Whether each service has a Flux object.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(deliversByFlux({ applyLevel: "capi", serviceDelivery: "helmrelease" }));
 * assert(!deliversByFlux({ applyLevel: "k0rdent", serviceDelivery: "helmrelease" }));
 * ```
 */
export function deliversByFlux(config: DeliveryMode): boolean {
  return config.serviceDelivery === "helmrelease" &&
    config.applyLevel !== "k0rdent";
}

const DELIVERY_KINDS = [
  ["helm.toolkit.fluxcd.io", "HelmRelease"],
  ["kustomize.toolkit.fluxcd.io", "Kustomization"],
] as const;
