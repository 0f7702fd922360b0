/**
 * Checks on what services depend on.
 *
 * @module
 */

import type { Service } from "../k0rdent/mod.ts";
import {
  type Finding,
  formatIdentity,
  identityOf,
  remember,
} from "../model/mod.ts";
import { findCycles } from "./cycles.ts";
import { report, type ValidateInput } from "./input.ts";
import {
  type ServiceHolder,
  serviceHolders,
  SERVICES_FIELD,
} from "./service_holders.ts";

/**
 * Finds dependencies on services that are not in the list, and circles.
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
 * spec: {serviceSpec: {services: [{name: a, template: a, dependsOn: [{name: b}]}]}}
 * `);
 * const found = [...checkServiceDependencies(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/service-dependency"]);
 * ```
 */
export function* checkServiceDependencies(
  input: ValidateInput,
): Iterable<Finding> {
  for (const holder of serviceHolders(input.inventory)) {
    yield* findingsOf(holder);
  }
}

const findingsOf = remember((holder: ServiceHolder): readonly Finding[] => {
  const { services } = holder.spec.serviceSpec;
  if (services.every(({ dependsOn }) => dependsOn.length === 0)) return [];
  return [
    ...missingDependencies(holder, services),
    ...cyclicDependencies(holder, services),
  ];
});

function* missingDependencies(
  holder: ServiceHolder,
  services: readonly Service[],
): Iterable<Finding> {
  const known = new Set(services.map(keyOf));
  for (const [index, service] of services.entries()) {
    for (const [position, dependency] of service.dependsOn.entries()) {
      if (known.has(keyOf(dependency))) continue;
      const elsewhere = services.find(({ name }) => name === dependency.name);
      yield report(holder, "validate/service-dependency", {
        field: [...SERVICES_FIELD, index, "dependsOn", position],
        message: `Cannot order service "${keyOf(service)}" of ${
          formatIdentity(identityOf(holder.manifest))
        }: it depends on "${keyOf(dependency)}", which is not in the list`,
        ...(elsewhere === undefined
          ? {}
          : { remedy: `Did you mean namespace "${elsewhere.namespace}"?` }),
      });
    }
  }
}

function* cyclicDependencies(
  holder: ServiceHolder,
  services: readonly Service[],
): Iterable<Finding> {
  const graph = new Map(
    services.map((one) => [keyOf(one), one.dependsOn.map(keyOf)]),
  );
  for (const cycle of findCycles(graph)) {
    const index = services.findIndex((one) => keyOf(one) === cycle[0]);
    yield report(holder, "validate/dependency-cycle", {
      field: [...SERVICES_FIELD, index, "dependsOn"],
      message: `Cannot order the services of ${
        formatIdentity(identityOf(holder.manifest))
      }: ${[...cycle, cycle[0]].map((key) => `"${key}"`).join(" depends on ")}`,
    });
  }
}

function keyOf(service: { readonly name: string; readonly namespace: string }) {
  return `${service.namespace}/${service.name}`;
}
