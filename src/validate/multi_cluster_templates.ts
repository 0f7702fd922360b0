/**
 * Checks that MultiClusterServices find their templates beside each cluster.
 *
 * @module
 */

import { k0rdentObject, selectsCluster } from "../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import { SERVICES_FIELD } from "./service_holders.ts";

/**
 * Finds clusters whose namespace lacks a ServiceTemplate that a
 * MultiClusterService brings. The finding is about the cluster: the service
 * goes on everywhere else.
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
 * metadata: {name: eu1, namespace: prod, labels: {a: b}}
 * spec: {template: aws}
 * ---
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: MultiClusterService
 * metadata: {name: base}
 * spec: {clusterSelector: {matchLabels: {a: b}}, serviceSpec: {services: [{name: a, template: a-1}]}}
 * `);
 * const found = [...checkMultiClusterTemplates(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/missing-service-template"]);
 * ```
 */
export function* checkMultiClusterTemplates(
  input: ValidateInput,
): Iterable<Finding> {
  const { inventory } = input;
  for (const holder of inventory.multiClusterServices.values()) {
    const { services } = holder.spec.serviceSpec;
    for (const cluster of inventory.clusterDeployments.values()) {
      const { namespace = "", labels = {} } = cluster.manifest.metadata;
      if (namespace === inventory.systemNamespace) continue;
      if (!selectsCluster(holder.spec, labels)) continue;
      for (const [index, { template, disable }] of services.entries()) {
        const wanted = k0rdentObject("ServiceTemplate", template, namespace);
        if (disable || inventory.find(wanted) !== undefined) continue;
        const object = identityOf(cluster.manifest);
        yield report(holder, "validate/missing-service-template", {
          object,
          field: [...SERVICES_FIELD, index, "template"],
          message: `Cannot resolve ${formatIdentity(wanted)}, which ${
            formatIdentity(identityOf(holder.manifest))
          } needs for ${formatIdentity(object)}: nobody declares it`,
          related: [{
            place: { origin: cluster.origin, field: ["metadata", "labels"] },
            message: "The cluster that it matches",
          }],
        });
      }
    }
  }
}
