/**
 * Region: another cluster in which Cluster API runs.
 *
 * @module
 */

import { z } from "zod";
import { componentFields, componentReferences } from "./components.ts";
import { oneOf } from "./exclusive.ts";
import {
  type Declared,
  K0RDENT_GROUP,
  k0rdentObject,
  type Kind,
  type Reference,
} from "./kind.ts";

const EXACTLY_ONE =
  "exactly one of kubeConfig or clusterDeployment must be set";

const regionSpec = z.strictObject({
  ...componentFields,
  kubeConfig: z.strictObject({
    name: z.string(),
    key: z.string().exactOptional(),
  }).exactOptional(),
  clusterDeployment: z.strictObject({
    name: z.string(),
    namespace: z.string(),
  }).exactOptional(),
}).check(oneOf(["kubeConfig", "clusterDeployment"], {
  several: EXACTLY_ONE,
  none: EXACTLY_ONE,
}));

/** The spec of a Region; defaults filled in. */
export type RegionSpec = z.infer<typeof regionSpec>;

/** The kind Region. */
export const REGION: Kind<RegionSpec> = {
  group: K0RDENT_GROUP,
  kind: "Region",
  spec: regionSpec,
};

/**
 * What a Region names.
 *
 * @param region The Region.
 * @param systemNamespace The namespace of k0rdent's own objects.
 * @returns Its kubeconfig or ClusterDeployment, and its ProviderTemplates.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const region = {
 *   spec: REGION.spec.parse({ kubeConfig: { name: "eu" } }),
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "Region",
 *     metadata: { name: "eu" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(regionReferences(region, "kcm-system")[0]?.to.kind, "Secret");
 * ```
 */
export function regionReferences(
  { spec }: Declared<RegionSpec>,
  systemNamespace: string,
): Reference[] {
  return [...accessOf(spec, systemNamespace), ...componentReferences(spec)];
}

function accessOf(spec: RegionSpec, systemNamespace: string): Reference[] {
  const { kubeConfig, clusterDeployment } = spec;
  if (kubeConfig !== undefined) {
    const { name } = kubeConfig;
    return [{
      to: { group: "", kind: "Secret", namespace: systemNamespace, name },
      field: ["spec", "kubeConfig", "name"],
    }];
  }
  if (clusterDeployment === undefined) return [];
  const { name, namespace } = clusterDeployment;
  return [{
    to: k0rdentObject("ClusterDeployment", name, namespace),
    field: ["spec", "clusterDeployment", "name"],
  }];
}
