/**
 * Checks `config.clusterIdentity`, which KCM replaces.
 *
 * @module
 */

import {
  type Finding,
  formatIdentity,
  getPath,
  identityOf,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

/**
 * Finds clusters whose config names another identity than their Credential
 * has: KCM takes that of the Credential.
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
 * spec: {template: aws, credential: main, config: {clusterIdentity: {name: b}}}
 * ---
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: Credential
 * metadata: {name: main, namespace: prod}
 * spec: {identityRef: {apiVersion: v1, kind: Secret, name: a}}
 * `);
 * const found = [...checkConfigIdentities(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/other-identity"]);
 * ```
 */
export function* checkConfigIdentities(
  input: ValidateInput,
): Iterable<Finding> {
  const { clusterDeployments, credentials } = input.inventory;
  for (const cluster of clusterDeployments.values()) {
    const { spec, manifest } = cluster;
    const key = `${manifest.metadata.namespace}/${spec.credential}`;
    const identity = credentials.get(key)?.spec.identityRef;
    const name = getPath(spec.config, ["clusterIdentity", "name"]) ?? "";
    if (identity === undefined || name === "" || name === identity.name) {
      continue;
    }
    yield report(cluster, "validate/other-identity", {
      field: ["spec", "config", "clusterIdentity", "name"],
      message: `The config of ${
        formatIdentity(identityOf(manifest))
      } names identity "${name}", but KCM takes "${identity.name}", which Credential "${spec.credential}" has`,
    });
  }
}
