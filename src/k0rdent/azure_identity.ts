/**
 * AzureClusterIdentity: the identity of the Azure provider.
 *
 * @module
 */

import { z } from "zod";
import { allowedNamespaces, INFRASTRUCTURE_GROUP, secret } from "./identity.ts";
import type { Declared, Kind, Reference } from "./kind.ts";

const azureIdentitySpec = z.strictObject({
  type: z.enum([
    "ServicePrincipal",
    "UserAssignedMSI",
    "ManualServicePrincipal",
    "ServicePrincipalCertificate",
    "WorkloadIdentity",
    "UserAssignedIdentityCredential",
  ]),
  clientID: z.string(),
  tenantID: z.string(),
  clientSecret: z.strictObject({
    name: z.string().exactOptional(),
    namespace: z.string().exactOptional(),
  }).exactOptional(),
  allowedNamespaces: allowedNamespaces.exactOptional(),
  certPath: z.string().exactOptional(),
  resourceID: z.string().exactOptional(),
  userAssignedIdentityCredentialsCloudType: z.string().exactOptional(),
  userAssignedIdentityCredentialsPath: z.string().exactOptional(),
});

/** The spec of an AzureClusterIdentity. */
export type AzureIdentitySpec = z.infer<typeof azureIdentitySpec>;

/** The kind AzureClusterIdentity. */
export const AZURE_IDENTITY: Kind<AzureIdentitySpec> = {
  group: INFRASTRUCTURE_GROUP,
  kind: "AzureClusterIdentity",
  spec: azureIdentitySpec,
};

/**
 * What an AzureClusterIdentity names.
 *
 * @param identity The identity.
 * @returns Its Secret; in its own namespace where it names none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const identity = {
 *   spec: AZURE_IDENTITY.spec.parse({
 *     type: "ServicePrincipal",
 *     clientID: "a",
 *     tenantID: "b",
 *     clientSecret: { name: "azure-key" },
 *   }),
 *   manifest: {
 *     apiVersion: "infrastructure.cluster.x-k8s.io/v1beta1",
 *     kind: "AzureClusterIdentity",
 *     metadata: { name: "azure", namespace: "prod" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(azureIdentityReferences(identity)[0]?.to.namespace, "prod");
 * ```
 */
export function azureIdentityReferences(
  identity: Declared<AzureIdentitySpec>,
): Reference[] {
  const { name = "", namespace = "" } = identity.spec.clientSecret ?? {};
  if (name === "") return [];
  const own = identity.manifest.metadata.namespace ?? "";
  return [{
    to: secret(name, namespace || own),
    field: ["spec", "clientSecret", "name"],
  }];
}
