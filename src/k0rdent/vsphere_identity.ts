/**
 * VSphereClusterIdentity: an identity of the vSphere provider.
 *
 * @module
 */

import { z } from "zod";
import { objectName } from "./fields.ts";
import { INFRASTRUCTURE_GROUP, secret } from "./identity.ts";
import type { Declared, Kind, Reference } from "./kind.ts";
import { labelSelector } from "./label_selector.ts";

const vSphereIdentitySpec = z.strictObject({
  secretName: objectName,
  allowedNamespaces: z.strictObject({
    selector: labelSelector.exactOptional(),
  }).exactOptional(),
});

/** The spec of a VSphereClusterIdentity. */
export type VSphereIdentitySpec = z.infer<typeof vSphereIdentitySpec>;

/** The kind VSphereClusterIdentity. */
export const VSPHERE_IDENTITY: Kind<VSphereIdentitySpec> = {
  group: INFRASTRUCTURE_GROUP,
  kind: "VSphereClusterIdentity",
  spec: vSphereIdentitySpec,
};

/**
 * What a VSphereClusterIdentity names.
 *
 * @param identity The identity.
 * @param systemNamespace Where the provider looks its Secret up.
 * @returns Its Secret.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const identity = {
 *   spec: { secretName: "vsphere-key" },
 *   manifest: {
 *     apiVersion: "infrastructure.cluster.x-k8s.io/v1beta2",
 *     kind: "VSphereClusterIdentity",
 *     metadata: { name: "vsphere" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(vSphereIdentityReferences(identity, "kcm-system")[0]?.to.name, "vsphere-key");
 * ```
 */
export function vSphereIdentityReferences(
  identity: Declared<VSphereIdentitySpec>,
  systemNamespace: string,
): Reference[] {
  return [{
    to: secret(identity.spec.secretName, systemNamespace),
    field: ["spec", "secretName"],
  }];
}
