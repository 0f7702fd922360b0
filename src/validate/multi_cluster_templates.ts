/**
 * Checks that MultiClusterServices find their templates beside each cluster.
 *
 * @module
 */

import {
  type Inventory,
  k0rdentObject,
  type MultiClusterServiceSpec,
  selectsCluster,
} from "../k0rdent/mod.ts";
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
 * ---
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ServiceTemplate
 * metadata: {name: a-1, namespace: kcm-system}
 * spec: {helm: {chartSpec: {chart: a}}}
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
    if (!isComplete(inventory, holder.spec)) continue;
    for (const cluster of inventory.clusterDeployments.values()) {
      const { namespace, labels = {} } = cluster.manifest.metadata;
      // Without a namespace the cluster has an error of its own.
      if (namespace === undefined) continue;
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

/** What the system namespace lacks is missed once, not for every cluster. */
function isComplete(
  inventory: Inventory,
  { serviceSpec }: MultiClusterServiceSpec,
): boolean {
  return serviceSpec.services.every(({ template, disable }) =>
    disable ||
    inventory.find(
        k0rdentObject("ServiceTemplate", template, inventory.systemNamespace),
      ) !== undefined
  );
}
