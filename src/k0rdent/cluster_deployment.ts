/**
 * ClusterDeployment: one workload cluster.
 *
 * @module
 */

import { z } from "zod";
import { freeMap, objectName } from "./fields.ts";
import { clusterIPAMClaimSpec } from "./cluster_ipam_claim.ts";
import {
  type Declared,
  K0RDENT_GROUP,
  k0rdentObject,
  type Kind,
  type Reference,
} from "./kind.ts";
import { serviceReferences, serviceSpec } from "./service_spec.ts";

const clusterDeploymentSpec = z.strictObject({
  template: objectName,
  config: freeMap.exactOptional(),
  credential: z.string().exactOptional(),
  propagateCredentials: z.boolean().default(true),
  clusterAuth: z.string().exactOptional(),
  auditPolicy: z.string().exactOptional(),
  dataSource: z.string().exactOptional(),
  ipamClaim: z.strictObject({
    ref: z.string().exactOptional(),
    spec: clusterIPAMClaimSpec.exactOptional(),
  }).exactOptional(),
  serviceSpec,
  dryRun: z.boolean().default(false),
  cleanupOnDeletion: z.boolean().default(false),
});

/** The spec of a ClusterDeployment; defaults filled in. */
export type ClusterDeploymentSpec = z.infer<typeof clusterDeploymentSpec>;

/** The kind ClusterDeployment. */
export const CLUSTER_DEPLOYMENT: Kind<ClusterDeploymentSpec> = {
  group: K0RDENT_GROUP,
  kind: "ClusterDeployment",
  spec: clusterDeploymentSpec,
  freeField: "config",
};

/** The fields of the spec that name an object, and its kind. */
const NAMED = {
  template: "ClusterTemplate",
  credential: "Credential",
  clusterAuth: "ClusterAuthentication",
  auditPolicy: "ClusterAuditPolicy",
  dataSource: "DataSource",
} as const;

/**
 * What a ClusterDeployment names; all of it in its own namespace.
 *
 * @param cluster The ClusterDeployment.
 * @returns Template, credential, authentication, audit policy, data source,
 * address claim, and what its services name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const cluster = {
 *   spec: CLUSTER_DEPLOYMENT.spec.parse({ template: "aws", credential: "main", config: {} }),
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "ClusterDeployment",
 *     metadata: { name: "eu1", namespace: "prod" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(clusterDeploymentReferences(cluster).map(({ to }) => to.name), ["aws", "main"]);
 * ```
 */
export function clusterDeploymentReferences(
  cluster: Declared<ClusterDeploymentSpec>,
): Reference[] {
  const { spec, manifest } = cluster;
  const namespace = manifest.metadata.namespace ?? "";
  const references: Reference[] = [];
  for (const field of Object.keys(NAMED) as (keyof typeof NAMED)[]) {
    const name = spec[field] ?? "";
    if (name === "") continue;
    references.push({
      to: k0rdentObject(NAMED[field], name, namespace),
      field: ["spec", field],
    });
  }
  const claim = spec.ipamClaim?.ref ?? "";
  if (claim !== "") {
    references.push({
      to: k0rdentObject("ClusterIPAMClaim", claim, namespace),
      field: ["spec", "ipamClaim", "ref"],
    });
  }
  return [...references, ...serviceReferences(spec.serviceSpec, namespace)];
}
