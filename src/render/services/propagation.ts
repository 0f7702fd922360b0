/**
 * How Sveltos brings a cloud credential to a cluster (kcm-spec 3.7).
 *
 * @module
 */

import { getField, type Value, type ValueMap } from "../../model/mod.ts";

/** What a Profile needs to bring a credential to a cluster. */
export interface Propagation {
  readonly templateResourceRefs: readonly ValueMap[];
  readonly policyRefs: readonly ValueMap[];
}

/**
 * The name of the ConfigMap that Sveltos fills with an identity's credential.
 *
 * @param identity The name of the identity.
 * @returns The ConfigMap's name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(resourceTemplateName("aws"), "aws-resource-template");
 * ```
 */
export function resourceTemplateName(identity: string): string {
  return `${identity}-resource-template`;
}

/**
 * What a Profile needs to bring the credential of an identity to a cluster.
 *
 * @param identity The Credential's `identityRef`; left out, nothing is brought.
 * @returns The references for the Profile.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const secret = { apiVersion: "v1", kind: "Secret", name: "a", namespace: "b" };
 * assertEquals(propagation(secret).templateResourceRefs.length, 1);
 * assertEquals(propagation({ ...secret, kind: "AWSIdentity" }).templateResourceRefs.length, 2);
 * ```
 */
export function propagation(identity: ValueMap | undefined): Propagation {
  if (identity === undefined) {
    return { templateResourceRefs: [], policyRefs: [] };
  }
  const name = text(getField(identity, "name"));
  const namespace = text(getField(identity, "namespace"));
  const isSecret = text(getField(identity, "kind")).toLowerCase() === "secret";
  const own = {
    resource: identity,
    identifier: "InfrastructureProviderIdentity",
  };
  const secret = {
    resource: {
      apiVersion: "v1",
      kind: "Secret",
      namespace,
      name: `${name}-secret`,
    },
    identifier: "InfrastructureProviderIdentitySecret",
  };
  return {
    templateResourceRefs: isSecret ? [own] : [own, secret],
    policyRefs: [{
      kind: "ConfigMap",
      namespace,
      name: resourceTemplateName(name),
      deploymentType: "Remote",
    }],
  };
}

function text(value: Value | undefined): string {
  return typeof value === "string" ? value : "";
}
