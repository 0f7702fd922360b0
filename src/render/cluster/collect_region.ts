/**
 * The Region that a cluster belongs to (kcm-spec 2.4).
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type Declared,
  k0rdentObject,
  type RegionSpec,
} from "../../k0rdent/mod.ts";
import {
  formatIdentity,
  getField,
  type Identity,
  identityKey,
  identityOf,
  type TargetRegion,
  type ValueMap,
} from "../../model/mod.ts";
import type { Blame } from "../blame.ts";
import { deliversByFlux } from "../services/delivered_objects.ts";
import type { Scope } from "../scope.ts";

const FIELD = ["spec", "credential"];

/** Makes KCM leave all clusters of a Region as they are. */
const PAUSE = "k0rdent.mirantis.com/region-pause";

/** The Region of a cluster. */
export interface ClusterRegion {
  /** The reference to its kubeconfig, as KCM's HelmReleases have it. */
  readonly kubeConfig: ValueMap;
  readonly target: TargetRegion;
  readonly isPaused: boolean;
}

/**
 * Looks up the Region of a cluster, which its Credential names.
 *
 * @param scope The definitions.
 * @param deployment The ClusterDeployment.
 * @param blame What is wrong with it.
 * @returns The Region, for a cluster of one that can be reached.
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
): ClusterRegion | undefined {
  const object = identityOf(manifest);
  const key = `${object.namespace}/${spec.credential}`;
  const name = scope.inventory.credentials.get(key)?.spec.region ?? "";
  if (name === "") return undefined;
  const wanted = k0rdentObject("Region", name);
  const region = scope.inventory.regions.get(name);
  if (region === undefined || scope.broken.has(identityKey(wanted))) {
    return blame.take(scope.unusable(wanted), FIELD);
  }
  const obstacle = obstacleOf(scope);
  if (obstacle !== undefined) {
    blame.report(
      "render/region",
      FIELD,
      `Cannot render ${
        formatIdentity(object)
      } for Region "${name}": ${obstacle}`,
    );
  }
  reportLostCopy(scope, { region, object }, blame);
  return clusterRegion(region, scope.settings.systemNamespace);
}

/** KCM looks for a copy of the kubeconfig that it makes elsewhere only. */
function reportLostCopy(
  { settings }: Scope,
  { region, object }: {
    readonly region: Declared<RegionSpec>;
    readonly object: Identity;
  },
  blame: Blame,
): void {
  const { systemNamespace, applyLevel } = settings;
  const home = region.spec.clusterDeployment?.namespace;
  const isLost = home === systemNamespace &&
    object.namespace !== systemNamespace;
  if (applyLevel !== "k0rdent" || !isLost) return;
  const { name } = region.manifest.metadata;
  blame.report(
    "render/region-kubeconfig",
    FIELD,
    `Cannot reach Region "${name}" from namespace "${object.namespace}": KCM makes no copy of a kubeconfig in "${home}"`,
  );
}

/** Flux runs in the management cluster only, and so do its objects. */
function obstacleOf({ config }: Scope): string | undefined {
  if (config.applyLevel === "helmrelease") {
    return "its HelmRelease belongs into the management cluster, and all else into the Region";
  }
  return deliversByFlux(config)
    ? "Flux in the management cluster cannot read the kubeconfig of a cluster there"
    : undefined;
}

/**
 * How a Region is reached.
 *
 * @param region The Region.
 * @param systemNamespace KCM's namespace.
 * @returns The Region, with the Secret of its kubeconfig where it is at first:
 * KCM copies it from there.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { REGION } from "../../k0rdent/mod.ts";
 * import { demoCluster } from "../_demo.ts";
 * const spec = REGION.spec.parse({ clusterDeployment: { namespace: "infra", name: "eu" } });
 * const { target } = clusterRegion({ ...demoCluster(), spec }, "kcm-system");
 * assertEquals(target.kubeConfig, {
 *   namespace: "infra",
 *   name: "eu-kubeconfig",
 *   key: "value",
 * });
 * ```
 */
export function clusterRegion(
  { spec, manifest }: Declared<RegionSpec>,
  systemNamespace: string,
): ClusterRegion {
  const { name, annotations } = manifest.metadata;
  const { clusterDeployment } = spec;
  const kubeConfig = spec.kubeConfig ??
    { name: `${clusterDeployment?.name}-kubeconfig`, key: "value" };
  const namespace = clusterDeployment?.namespace ?? systemNamespace;
  return {
    kubeConfig,
    target: { name, kubeConfig: { namespace, ...kubeConfig } },
    isPaused: getField(annotations, PAUSE) !== undefined,
  };
}
