/**
 * Credential: which cloud identity clusters of a namespace may use.
 *
 * @module
 */

import { z } from "zod";
import { groupOf } from "../model/mod.ts";
import {
  type Declared,
  K0RDENT_GROUP,
  k0rdentObject,
  type Kind,
  type Reference,
} from "./kind.ts";
import { objectReference } from "./object_reference.ts";

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
  const { identityRef, region = "" } = credential.spec;
  const references: Reference[] = [{
    to: {
      group: groupOf(identityRef.apiVersion),
      kind: identityRef.kind,
      namespace: identityRef.namespace ?? "",
      name: identityRef.name,
    },
    field: ["spec", "identityRef"],
  }];
  if (region !== "") {
    references.push({
      to: k0rdentObject("Region", region),
      field: ["spec", "region"],
    });
  }
  return references;
}
