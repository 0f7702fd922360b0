/**
 * Says which ClusterTemplates are taken for those that k0rdent ships.
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type Declared,
  k0rdentObject,
  officialTemplate,
} from "../k0rdent/mod.ts";
import { type Finding, formatIdentity } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

/**
 * Finds ClusterTemplates that are used, not declared, and named like those of
 * a k0rdent release: one finding each, at the first ClusterDeployment.
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
 * spec: {template: gcp-gke-1-0-15}
 * `);
 * const found = [...checkOfficialTemplates(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/official-template"]);
 * ```
 */
export function* checkOfficialTemplates(
  input: ValidateInput,
): Iterable<Finding> {
  const { inventory } = input;
  const users = new Map<string, Declared<ClusterDeploymentSpec>[]>();
  for (const cluster of inventory.clusterDeployments.values()) {
    const { template } = cluster.spec;
    const { namespace = "" } = cluster.manifest.metadata;
    const wanted = k0rdentObject("ClusterTemplate", template, namespace);
    if (inventory.find(wanted) !== undefined) continue;
    const key = formatIdentity(wanted);
    const known = users.get(key);
    if (known === undefined) users.set(key, [cluster]);
    else known.push(cluster);
  }
  for (const [template, clusters] of users) {
    const [first] = clusters;
    if (first === undefined) continue;
    const official = officialTemplate(first.spec.template);
    if (official === undefined) continue;
    yield report(first, "validate/official-template", {
      field: ["spec", "template"],
      message:
        `${template} is not declared: taken for k0rdent's own, chart "${official.chart}" version ${official.version}, for ${clusters.length} ${
          clusters.length === 1 ? "cluster" : "clusters"
        }`,
    });
  }
}
