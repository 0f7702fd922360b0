/**
 * The Region that a cluster belongs to (kcm-spec 2.4).
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type Declared,
  k0rdentObject,
} from "../../k0rdent/mod.ts";
import {
  formatIdentity,
  getField,
  getPath,
  identityOf,
  isMap,
  type Manifest,
  type ValueMap,
} from "../../model/mod.ts";
import type { Blame } from "../blame.ts";
import { resolved } from "../resolution.ts";
import type { Scope } from "../scope.ts";

const FIELD = ["spec", "credential"];

/**
 * Looks up the Region of a cluster, which its Credential names. Only KCM
 * places objects in Regions, so at other levels the cluster is refused.
 *
 * @param scope The definitions.
 * @param deployment The ClusterDeployment.
 * @param blame What is wrong with it.
 * @returns The reference to the Region's kubeconfig, for a cluster of one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoCluster, demoScope } from "../_demo.ts";
 * import { blameOn } from "../blame.ts";
 * const cluster = demoCluster();
 * assertEquals(collectRegion(demoScope(), cluster, blameOn(cluster)), undefined);
 * ```
 */
export function collectRegion(
  scope: Scope,
  { spec, manifest }: Declared<ClusterDeploymentSpec>,
  blame: Blame,
): ValueMap | undefined {
  const object = identityOf(manifest);
  const key = `${object.namespace}/${spec.credential}`;
  const name = scope.inventory.credentials.get(key)?.spec.region ?? "";
  if (name === "") return undefined;
  const wanted = k0rdentObject("Region", name);
  const declared = scope.inventory.find(wanted);
  const region = blame.take(
    declared === undefined ? scope.unusable(wanted) : resolved(declared),
    FIELD,
  );
  if (scope.config.applyLevel !== "k0rdent") {
    blame.report(
      "render/region",
      FIELD,
      `Cannot render ${
        formatIdentity(object)
      }: it belongs to Region "${name}", where only KCM can place it`,
    );
  }
  return region && kubeConfigOf(region.manifest);
}

function kubeConfigOf(region: Manifest): ValueMap {
  const given = getPath(region, ["spec", "kubeConfig"]);
  if (isMap(given)) return given;
  const cluster = getPath(region, ["spec", "clusterDeployment"]);
  return { name: `${getField(cluster, "name")}-kubeconfig`, key: "value" };
}
