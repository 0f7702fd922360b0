/**
 * Credential: which cloud identity clusters of a namespace may use.
 *
 * @module
 */

import { z } from "zod";
import { groupOf, type Identity } from "../model/mod.ts";
import {
  type Declared,
  K0RDENT_GROUP,
  k0rdentObject,
  type Kind,
  type Reference,
} from "./kind.ts";
import { objectReference } from "./object_reference.ts";
import { scopeOf } from "./scope.ts";

const credentialSpec = z.strictObject({
  identityRef: objectReference.extend({
    apiVersion: z.string(),
    kind: z.string(),
    name: z.string(),
  }),
  region: z.string().exactOptional(),
  description: z.string().exactOptional(),
});

/** The spec of a Credential. */
export type CredentialSpec = z.infer<typeof credentialSpec>;

/** The kind Credential. */
export const CREDENTIAL: Kind<CredentialSpec> = {
  group: K0RDENT_GROUP,
  kind: "Credential",
  spec: credentialSpec,
};

/**
 * The cloud identity that a Credential names.
 *
 * @param spec The Credential's spec.
 * @returns Its identity; without the namespace where its kind has none, as the
 * API server ignores it then.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const identityRef = {
 *   apiVersion: "infrastructure.cluster.x-k8s.io/v1beta2",
 *   kind: "AWSClusterStaticIdentity",
 *   name: "aws",
 *   namespace: "kcm-system",
 * };
 * assertEquals(credentialIdentity({ identityRef }).namespace, "");
 * ```
 */
export function credentialIdentity(spec: CredentialSpec): Identity {
  const { apiVersion, kind, name, namespace = "" } = spec.identityRef;
  const type = { group: groupOf(apiVersion), kind };
  const isClusterScoped = scopeOf(type) === "cluster";
  return { ...type, namespace: isClusterScoped ? "" : namespace, name };
}

/**
 * What a Credential names.
 *
 * @param credential The Credential.
 * @returns The identity object, and the Region.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const credential = {
 *   spec: { identityRef: { apiVersion: "v1", kind: "Secret", name: "key", namespace: "prod" } },
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "Credential",
 *     metadata: { name: "main", namespace: "prod" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(credentialReferences(credential)[0]?.to.namespace, "prod");
 * ```
 */
export function credentialReferences(
  credential: Declared<CredentialSpec>,
): Reference[] {
  const { region = "" } = credential.spec;
  const references: Reference[] = [{
    to: credentialIdentity(credential.spec),
    field: ["spec", "identityRef", "name"],
  }];
  if (region !== "") {
    references.push({
      to: k0rdentObject("Region", region),
      field: ["spec", "region"],
    });
  }
  return references;
}
