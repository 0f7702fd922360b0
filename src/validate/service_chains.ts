/**
 * Checks that services can use the chains that they name.
 *
 * @module
 */

import { chainFaults } from "../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import { serviceHolders, SERVICES_FIELD } from "./service_holders.ts";

/**
 * Finds services whose template is not in their chain, and those whose chain
 * KCM calls invalid.
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
 * spec: {template: aws, serviceSpec: {services: [{name: a, template: a-2, templateChain: a}]}}
 * ---
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ServiceTemplateChain
 * metadata: {name: a, namespace: prod}
 * spec: {supportedTemplates: [{name: a-1}]}
 * `);
 * const found = [...checkServiceChains(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/chain-without-template"]);
 * ```
 */
export function* checkServiceChains(input: ValidateInput): Iterable<Finding> {
  const { inventory } = input;
  for (const holder of serviceHolders(inventory)) {
    for (const [index, service] of holder.spec.serviceSpec.services.entries()) {
      const chain = inventory.serviceTemplateChains.get(
        `${holder.templateNamespace}/${service.templateChain}`,
      );
      if (chain === undefined) continue;
      if (chainFaults(chain.spec).length > 0) {
        yield report(holder, "validate/unusable-chain", {
          field: [...SERVICES_FIELD, index, "templateChain"],
          message: `Cannot use ${
            formatIdentity(identityOf(chain.manifest))
          } for service "${service.name}": it contradicts itself`,
          related: [{
            place: { origin: chain.origin, field: ["spec"] },
            message: "The chain",
          }],
        });
      }
      const { supportedTemplates } = chain.spec;
      if (supportedTemplates.some(({ name }) => name === service.template)) {
        continue;
      }
      yield report(holder, "validate/chain-without-template", {
        field: [...SERVICES_FIELD, index, "templateChain"],
        message: `Cannot use ${
          formatIdentity(identityOf(chain.manifest))
        } for service "${service.name}": it does not support ServiceTemplate "${service.template}"`,
      });
    }
  }
}
