/**
 * MultiClusterService: services for all clusters with certain labels.
 *
 * @module
 */

import { z } from "zod";
import {
  type Declared,
  K0RDENT_GROUP,
  k0rdentObject,
  type Kind,
  type Reference,
} from "./kind.ts";
import {
  isEmptySelector,
  type Labels,
  labelSelector,
  selects,
} from "./label_selector.ts";
import { serviceReferences, serviceSpec } from "./service_spec.ts";

const multiClusterServiceSpec = z.strictObject({
  clusterSelector: labelSelector.prefault({}),
  dependsOn: z.array(z.string()).default([]),
  serviceSpec,
  keepServicesOnSelectorMismatch: z.boolean().default(false),
});

/** The spec of a MultiClusterService; defaults filled in. */
export type MultiClusterServiceSpec = z.infer<typeof multiClusterServiceSpec>;

/** The kind MultiClusterService. */
export const MULTI_CLUSTER_SERVICE: Kind<MultiClusterServiceSpec> = {
  group: K0RDENT_GROUP,
  kind: "MultiClusterService",
  spec: multiClusterServiceSpec,
};

/**
 * Whether a MultiClusterService concerns a cluster.
 *
 * @param spec The MultiClusterService's spec.
 * @param labels The labels of the ClusterDeployment.
 * @returns Whether its selector matches; an empty one matches nothing.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const spec = MULTI_CLUSTER_SERVICE.spec.parse({});
 * assert(!selectsCluster(spec, { env: "prod" }));
 * ```
 */
export function selectsCluster(
  spec: MultiClusterServiceSpec,
  labels: Labels,
): boolean {
  return !isEmptySelector(spec.clusterSelector) &&
    selects(spec.clusterSelector, labels);
}

/**
 * What a MultiClusterService names.
 *
 * @param service The MultiClusterService.
 * @param systemNamespace Where its templates and chains are looked up.
 * @returns Other MultiClusterServices, and what its services name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const service = {
 *   spec: MULTI_CLUSTER_SERVICE.spec.parse({ dependsOn: ["base"] }),
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "MultiClusterService",
 *     metadata: { name: "ingress" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(multiClusterServiceReferences(service, "kcm-system")[0]?.to.name, "base");
 * ```
 */
export function multiClusterServiceReferences(
  service: Declared<MultiClusterServiceSpec>,
  systemNamespace: string,
): Reference[] {
  const dependencies = service.spec.dependsOn.map((name, index) => ({
    to: k0rdentObject("MultiClusterService", name),
    field: ["spec", "dependsOn", index],
  }));
  return [
    ...dependencies,
    ...serviceReferences(service.spec.serviceSpec, systemNamespace),
  ];
}
