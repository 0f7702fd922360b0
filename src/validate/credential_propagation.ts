/**
 * Checks that what Sveltos needs to hand credentials to clusters is there.
 *
 * @module
 */

import {
  type CredentialSpec,
  type Declared,
  inventoryReferences,
} from "../k0rdent/mod.ts";
import {
  type Finding,
  formatIdentity,
  type Identity,
  identityKey,
  identityOf,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import { isProvided } from "./provided.ts";

/**
 * Finds Credentials that clusters propagate without the ConfigMap, or the
 * Secret, that a Sveltos Profile then refers to: one finding per object. What
 * something else names too is reported as that thing's missing reference.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ClusterDeployment
 * metadata: {name: eu1, namespace: prod}
 * spec: {template: own, credential: main}
 * ---
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: Credential
 * metadata: {name: main, namespace: prod}
 * spec: {identityRef: {apiVersion: v1, kind: Secret, name: a}}
 * `);
 * const found = [...checkCredentialPropagation(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/missing-resource-template"]);
 * ```
 */
export function* checkCredentialPropagation(
  input: ValidateInput,
): Iterable<Finding> {
  const { inventory } = input;
  const named = new Set(
    [...inventoryReferences(inventory)].map(({ to }) => identityKey(to)),
  );
  for (const key of propagated(input)) {
    const credential = inventory.credentials.get(key);
    if (credential === undefined) continue;
    for (const wanted of neededFor(credential)) {
      if (inventory.find(wanted) !== undefined) continue;
      if (named.has(identityKey(wanted))) continue;
      if (isProvided(wanted, inventory)) continue;
      yield report(credential, "validate/missing-resource-template", {
        field: ["spec", "identityRef"],
        message: `Cannot propagate ${
          formatIdentity(identityOf(credential.manifest))
        }: nobody declares ${formatIdentity(wanted)}`,
      });
    }
  }
}

/** The Credentials of clusters that propagate theirs, as keys in order. */
function propagated({ inventory }: ValidateInput): string[] {
  const keys = new Set<string>();
  for (const { spec, manifest } of inventory.clusterDeployments.values()) {
    if (!spec.propagateCredentials) continue;
    keys.add(`${manifest.metadata.namespace}/${spec.credential}`);
  }
  return [...keys].sort();
}

/** An identity without a namespace leaves the choice to the cluster's. */
function neededFor(credential: Declared<CredentialSpec>): Identity[] {
  const { kind, name, namespace } = credential.spec.identityRef;
  const place = {
    group: "",
    namespace: namespace || (credential.manifest.metadata.namespace ?? ""),
  };
  const configMap = {
    ...place,
    kind: "ConfigMap",
    name: `${name}-resource-template`,
  };
  if (kind.toLowerCase() === "secret") return [configMap];
  return [configMap, { ...place, kind: "Secret", name: `${name}-secret` }];
}
