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
  type Finding,
  formatIdentity,
  getField,
  getPath,
  identityOf,
  isMap,
  makeFinding,
  type Manifest,
  type ValueMap,
} from "../../model/mod.ts";
import { problemFinding } from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";
import type { Scope } from "../scope.ts";

/** The Region of a cluster, and what is wrong with it. */
export interface CollectedRegion {
  readonly inputs: { readonly region?: ValueMap };
  readonly findings: readonly Finding[];
}

/**
 * Looks up the Region of a cluster, which its Credential names. Only KCM
 * places objects in Regions, so at other levels the cluster is refused.
 *
 * @param scope The definitions.
 * @param deployment The ClusterDeployment.
 * @returns The reference to the Region's kubeconfig, for a cluster of one.
 */
export function collectRegion(
  scope: Scope,
  deployment: Declared<ClusterDeploymentSpec>,
): CollectedRegion {
  const { spec, manifest, origin } = deployment;
  const object = identityOf(manifest);
  const place = { origin, field: ["spec", "credential"] };
  const key = `${object.namespace}/${spec.credential}`;
  const name = scope.inventory.credentials.get(key)?.spec.region ?? "";
  if (name === "") return { inputs: {}, findings: [] };
  const wanted = k0rdentObject("Region", name);
  const region = scope.inventory.find(wanted);
  const lookup = scope.unusable(wanted);
  if (region === undefined && lookup.kind === "problem") {
    const finding = problemFinding(lookup.problem, { object, place });
    return { inputs: {}, findings: [finding] };
  }
  const kubeConfig = region && kubeConfigOf(region.manifest);
  return {
    inputs: kubeConfig === undefined ? {} : { region: kubeConfig },
    findings: scope.config.applyLevel === "k0rdent" ? [] : [makeFinding(
      RENDER_RULES["render/region"],
      `Cannot render ${
        formatIdentity(object)
      }: it belongs to Region "${name}", where only KCM can place it`,
      { object, place },
    )],
  };
}

function kubeConfigOf(region: Manifest): ValueMap {
  const given = getPath(region, ["spec", "kubeConfig"]);
  if (isMap(given)) return given;
  const cluster = getPath(region, ["spec", "clusterDeployment"]);
  return { name: `${getField(cluster, "name")}-kubeconfig`, key: "value" };
}
