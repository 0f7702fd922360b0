/**
 * Checks on the names and namespaces of services.
 *
 * @module
 */

import {
  type Finding,
  formatIdentity,
  identityOf,
  remember,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import { isDnsLabel, LONGEST_RELEASE } from "./name_syntax.ts";
import {
  type ServiceHolder,
  serviceHolders,
  SERVICES_FIELD,
} from "./service_holders.ts";

/**
 * Finds services whose name or namespace KCM or Helm refuses.
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
 * kind: MultiClusterService
 * metadata: {name: base}
 * spec: {serviceSpec: {services: [{name: A, template: a}]}}
 * `);
 * const found = [...checkServiceNames(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/service-name"]);
 * ```
 */
export function* checkServiceNames(input: ValidateInput): Iterable<Finding> {
  for (const holder of serviceHolders(input.inventory)) {
    yield* findingsOf(holder);
  }
}

const findingsOf = remember((holder: ServiceHolder) => [...wrongNames(holder)]);

function* wrongNames(holder: ServiceHolder): Iterable<Finding> {
  const object = formatIdentity(identityOf(holder.manifest));
  for (const [index, service] of holder.spec.serviceSpec.services.entries()) {
    const { name, namespace } = service;
    if (!isDnsLabel(name) || name.length > LONGEST_RELEASE) {
      yield report(holder, "validate/service-name", {
        field: [...SERVICES_FIELD, index, "name"],
        message: `Cannot release service "${name}" of ${object}: ${
          isDnsLabel(name)
            ? `Helm allows ${LONGEST_RELEASE} characters`
            : "it is no DNS label"
        }`,
      });
    }
    if (isDnsLabel(namespace)) continue;
    yield report(holder, "validate/service-name", {
      field: [...SERVICES_FIELD, index, "namespace"],
      message:
        `Cannot release service "${name}" of ${object} into namespace "${namespace}": it is no DNS label`,
    });
  }
}
