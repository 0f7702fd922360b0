/**
 * The cloud identity of a cluster.
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type Declared,
  k0rdentObject,
} from "../../k0rdent/mod.ts";
import { getField, identityKey, type ValueMap } from "../../model/mod.ts";
import { type Resolution, resolved } from "../resolution.ts";
import type { Scope } from "../scope.ts";
import { resourceTemplateName } from "../services/propagation.ts";
import type { ClusterInputs } from "./cluster_inputs.ts";

/** The inputs of a cluster that come from its Credential. */
export type CredentialInputs = Pick<
  ClusterInputs,
  "identity" | "resourceTemplate"
>;

/**
 * Looks up the Credential of a cluster.
 *
 * @param scope The definitions.
 * @param deployment The ClusterDeployment.
 * @returns The identity that the Credential refers to; or why the Credential
 * cannot be used.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoCluster, demoScope } from "../_demo.ts";
 * const credential = collectCredential(demoScope(), demoCluster());
 * assertEquals(credential.kind, "resolved");
 * ```
 */
export function collectCredential(
  scope: Scope,
  deployment: Declared<ClusterDeploymentSpec>,
): Resolution<CredentialInputs> {
  const { namespace = "" } = deployment.manifest.metadata;
  const name = deployment.spec.credential ?? "";
  const wanted = k0rdentObject("Credential", name, namespace);
  const credential = scope.inventory.credentials.get(`${namespace}/${name}`);
  if (credential === undefined || scope.broken.has(identityKey(wanted))) {
    return scope.unusable(wanted);
  }
  const identity = credential.spec.identityRef as ValueMap;
  const resourceTemplate = findResourceTemplate(scope, namespace, identity);
  return resolved({
    identity,
    ...(resourceTemplate === undefined ? {} : { resourceTemplate }),
  });
}

/** The ConfigMap of an identity; one without data brings nothing to clusters. */
function findResourceTemplate(
  { inventory }: Scope,
  namespace: string,
  identity: ValueMap,
): string | undefined {
  const name = resourceTemplateName(String(getField(identity, "name")));
  const home = String(getField(identity, "namespace") || namespace);
  const found = inventory
    .find({ group: "", kind: "ConfigMap", namespace: home, name });
  return getField(found?.manifest, "data") === undefined ? undefined : name;
}
