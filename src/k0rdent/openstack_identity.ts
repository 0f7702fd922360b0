/**
 * OpenStackClusterIdentity: an identity of the OpenStack provider.
 *
 * @module
 */

import { z } from "zod";
import { INFRASTRUCTURE_GROUP, secret } from "./identity.ts";
import type { Declared, Kind, Reference } from "./kind.ts";
import { labelSelector } from "./label_selector.ts";

const openStackIdentitySpec = z.strictObject({
  secretRef: z.strictObject({ name: z.string(), namespace: z.string() }),
  namespaceSelector: labelSelector.exactOptional(),
});

/** The spec of an OpenStackClusterIdentity. */
export type OpenStackIdentitySpec = z.infer<typeof openStackIdentitySpec>;

/** The kind OpenStackClusterIdentity. */
export const OPENSTACK_IDENTITY: Kind<OpenStackIdentitySpec> = {
  group: INFRASTRUCTURE_GROUP,
  kind: "OpenStackClusterIdentity",
  spec: openStackIdentitySpec,
};

/**
 * What an OpenStackClusterIdentity names.
 *
 * @param identity The identity.
 * @returns Its Secret.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const identity = {
 *   spec: { secretRef: { name: "clouds", namespace: "prod" } },
 *   manifest: {
 *     apiVersion: "infrastructure.cluster.x-k8s.io/v1alpha1",
 *     kind: "OpenStackClusterIdentity",
 *     metadata: { name: "openstack" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(openStackIdentityReferences(identity)[0]?.to.name, "clouds");
 * ```
 */
export function openStackIdentityReferences(
  identity: Declared<OpenStackIdentitySpec>,
): Reference[] {
  const { name, namespace } = identity.spec.secretRef;
  return [{
    to: secret(name, namespace),
    field: ["spec", "secretRef", "name"],
  }];
}
