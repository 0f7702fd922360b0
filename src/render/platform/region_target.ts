/**
 * How KCM reaches a Region (kcm-spec 6.7).
 *
 * @module
 */

import type { Declared, RegionSpec } from "../../k0rdent/mod.ts";
import type { ValueMap } from "../../model/mod.ts";
import type { Target } from "./component.ts";

/**
 * Where the components of a Region are installed. The kubeconfig of a
 * ClusterDeployment of another namespace is copied by KCM.
 *
 * @param region The Region.
 * @param systemNamespace KCM's namespace.
 * @returns The Region, with the Secret of its kubeconfig.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { REGION } from "../../k0rdent/mod.ts";
 * import { demoCluster } from "../_demo.ts";
 * const spec = REGION.spec.parse({ clusterDeployment: { namespace: "infra", name: "eu" } });
 * const target = regionTarget({ ...demoCluster(), spec }, "kcm-system");
 * assertEquals(target.region?.kubeConfig, { name: "infra.eu-kubeconfig", key: "value" });
 * ```
 */
export function regionTarget(
  { spec, manifest }: Declared<RegionSpec>,
  systemNamespace: string,
): Target {
  const { name } = manifest.metadata;
  const kubeConfig = kubeConfigOf(spec, systemNamespace);
  const { clusterDeployment } = spec;
  const isReachable = clusterDeployment === undefined ||
    clusterDeployment.namespace === systemNamespace;
  return { region: { name, kubeConfig, isReachable }, systemNamespace };
}

function kubeConfigOf(
  { kubeConfig, clusterDeployment }: RegionSpec,
  systemNamespace: string,
): ValueMap {
  if (kubeConfig !== undefined) return kubeConfig;
  const { name = "", namespace = "" } = clusterDeployment ?? {};
  const secret = `${name}-kubeconfig`;
  return {
    name: namespace === systemNamespace ? secret : `${namespace}.${secret}`,
    key: "value",
  };
}
