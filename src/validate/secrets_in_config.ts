/**
 * Checks that `spec.config` holds no secrets.
 *
 * @module
 */

import {
  type FieldPath,
  type Finding,
  formatIdentity,
  formatPath,
  identityOf,
  isMap,
  type Value,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

/** Keys whose value is a secret, not the name of one. */
const SECRET_KEY =
  /(?:^|[a-z_-])(?:password|passwd|passphrase|token|api_?key|private_?key|secret_?key|secret_?access_?key|client_?secret)$/i;

/** What other tools are to fill in: `${PASSWORD}`, `{{ .password }}`, `<password>`. */
const PLACEHOLDER = /^\$\{.*\}$|\{\{|^<.*>$/s;

/** Deeper, nobody writes configuration. */
const DEEPEST = 20;

/**
 * Finds passwords and the like in the config of clusters.
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
 * spec: {template: vsphere, config: {vsphere: {password: hunter2}}}
 * `);
 * const found = [...checkSecretsInConfig(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/secret-in-config"]);
 * ```
 */
export function* checkSecretsInConfig(
  input: ValidateInput,
): Iterable<Finding> {
  for (const cluster of input.inventory.clusterDeployments.values()) {
    for (const path of secretPaths(cluster.spec.config ?? {}, [])) {
      yield report(cluster, "validate/secret-in-config", {
        field: ["spec", "config", ...path],
        key: true,
        message: `"${formatPath(path)}" in the config of ${
          formatIdentity(identityOf(cluster.manifest))
        } holds clear text`,
      });
    }
  }
}

/**
 * Whether a field of `config` holds a secret in clear text.
 *
 * @param key The field's name.
 * @param value Its value.
 * @returns Whether it does; a placeholder that other tools fill in is none.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isSecret("password", "hunter2"));
 * assert(!isSecret("password", "\${PASSWORD}"));
 * assert(!isSecret("secretName", "vsphere"));
 * ```
 */
export function isSecret(key: string, value: Value): boolean {
  return SECRET_KEY.test(key) && typeof value === "string" && value !== "" &&
    !PLACEHOLDER.test(value);
}

function* secretPaths(value: Value, path: FieldPath): Generator<FieldPath> {
  if (path.length > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* secretPaths(item, [...path, index]);
    }
  } else if (isMap(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (isSecret(key, item)) yield [...path, key];
      else yield* secretPaths(item, [...path, key]);
    }
  }
}
