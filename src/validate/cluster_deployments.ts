/**
 * Checks on ClusterDeployments alone.
 *
 * @module
 */

import {
  type Finding,
  formatIdentity,
  getField,
  identityOf,
  type Manifest,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import { LONGEST_RELEASE } from "./name_syntax.ts";

/**
 * Finds ClusterDeployments without `config` or `credential`, or with a name that
 * is too long for Helm.
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
 * spec: {template: aws, credential: main}
 * `);
 * const found = [...checkClusterDeployments(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/missing-config"]);
 * ```
 */
export function* checkClusterDeployments(
  input: ValidateInput,
): Iterable<Finding> {
  for (const cluster of input.inventory.clusterDeployments.values()) {
    const { spec, manifest } = cluster;
    const object = formatIdentity(identityOf(manifest));
    const { name } = manifest.metadata;
    if (spec.config === undefined && !hasMisplacedConfig(manifest)) {
      yield report(cluster, "validate/missing-config", {
        field: ["spec"],
        message:
          `Cannot deploy ${object}: without config KCM makes it a dry run`,
      });
    }
    if ((spec.credential ?? "") === "") {
      yield report(cluster, "validate/missing-credential", {
        field: ["spec"],
        message: `Cannot deploy ${object}: it names no Credential`,
      });
    }
    if (name.length > LONGEST_RELEASE) {
      yield report(cluster, "validate/cluster-name", {
        field: ["metadata", "name"],
        message:
          `Cannot release ${object}: its name has ${name.length} characters, Helm allows ${LONGEST_RELEASE}`,
      });
    }
  }
}

/** Such fields are reported as unknown ones. */
function hasMisplacedConfig(manifest: Manifest): boolean {
  return manifest.config !== undefined ||
    getField(manifest.spec, "values") !== undefined;
}
