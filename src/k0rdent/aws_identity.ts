/**
 * The identities of the AWS provider.
 *
 * @module
 */

import { z } from "zod";
import { allowedNamespaces, INFRASTRUCTURE_GROUP, secret } from "./identity.ts";
import type { Declared, Kind, Reference } from "./kind.ts";

const controllerSpec = z.strictObject({
  allowedNamespaces: allowedNamespaces.exactOptional(),
});

const staticSpec = z.strictObject({
  secretRef: z.string(),
  allowedNamespaces: allowedNamespaces.exactOptional(),
});

const roleSpec = z.strictObject({
  roleARN: z.string(),
  sourceIdentityRef: z.strictObject({
    kind: z.enum([
      "AWSClusterControllerIdentity",
      "AWSClusterRoleIdentity",
      "AWSClusterStaticIdentity",
    ]),
    name: z.string().min(1),
  }).exactOptional(),
  allowedNamespaces: allowedNamespaces.exactOptional(),
  durationSeconds: z.int32().min(900).max(43200).exactOptional(),
  externalID: z.string().exactOptional(),
  inlinePolicy: z.string().exactOptional(),
  policyARNs: z.array(z.string()).exactOptional(),
  sessionName: z.string().exactOptional(),
});

/** The spec of an AWSClusterControllerIdentity. */
export type AWSControllerIdentitySpec = z.infer<typeof controllerSpec>;

/** The spec of an AWSClusterStaticIdentity. */
export type AWSStaticIdentitySpec = z.infer<typeof staticSpec>;

/** The spec of an AWSClusterRoleIdentity. */
export type AWSRoleIdentitySpec = z.infer<typeof roleSpec>;

/** The kind AWSClusterControllerIdentity. */
export const AWS_CONTROLLER_IDENTITY: Kind<AWSControllerIdentitySpec> = {
  group: INFRASTRUCTURE_GROUP,
  kind: "AWSClusterControllerIdentity",
  spec: controllerSpec,
};

/** The kind AWSClusterStaticIdentity. */
export const AWS_STATIC_IDENTITY: Kind<AWSStaticIdentitySpec> = {
  group: INFRASTRUCTURE_GROUP,
  kind: "AWSClusterStaticIdentity",
  spec: staticSpec,
};

/** The kind AWSClusterRoleIdentity. */
export const AWS_ROLE_IDENTITY: Kind<AWSRoleIdentitySpec> = {
  group: INFRASTRUCTURE_GROUP,
  kind: "AWSClusterRoleIdentity",
  spec: roleSpec,
};

/**
 * What an AWSClusterStaticIdentity names.
 *
 * @param identity The identity.
 * @param systemNamespace Where the provider looks its Secret up.
 * @returns Its Secret.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const identity = {
 *   spec: { secretRef: "aws-key" },
 *   manifest: {
 *     apiVersion: "infrastructure.cluster.x-k8s.io/v1beta2",
 *     kind: "AWSClusterStaticIdentity",
 *     metadata: { name: "aws" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(awsStaticIdentityReferences(identity, "kcm-system")[0]?.to.name, "aws-key");
 * ```
 */
export function awsStaticIdentityReferences(
  identity: Declared<AWSStaticIdentitySpec>,
  systemNamespace: string,
): Reference[] {
  return [{
    to: secret(identity.spec.secretRef, systemNamespace),
    field: ["spec", "secretRef"],
  }];
}

/**
 * What an AWSClusterRoleIdentity names.
 *
 * @param identity The identity.
 * @returns The identity that may take the role.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const identity = {
 *   spec: { roleARN: "arn:aws:iam::1:role/a" },
 *   manifest: {
 *     apiVersion: "infrastructure.cluster.x-k8s.io/v1beta2",
 *     kind: "AWSClusterRoleIdentity",
 *     metadata: { name: "aws" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(awsRoleIdentityReferences(identity), []);
 * ```
 */
export function awsRoleIdentityReferences(
  identity: Declared<AWSRoleIdentitySpec>,
): Reference[] {
  const source = identity.spec.sourceIdentityRef;
  if (source === undefined) return [];
  return [{
    to: { group: INFRASTRUCTURE_GROUP, namespace: "", ...source },
    field: ["spec", "sourceIdentityRef", "name"],
  }];
}
