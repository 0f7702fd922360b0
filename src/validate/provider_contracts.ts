/**
 * Checks that providers serve the contracts that cluster templates require.
 *
 * @module
 */

import type {
  ClusterDeploymentSpec,
  Declared,
  Inventory,
} from "../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { clusterChart } from "./cluster_chart.ts";
import { report, type ValidateInput } from "./input.ts";

/** The contracts that each provider serves; others are not known. */
type ServedContracts = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Finds clusters whose template requires a contract that no declared
 * ProviderTemplate of the provider serves. Providers without a declared
 * ProviderTemplate are not checked: the cluster may have any version of them.
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
 * spec: {template: own}
 * ---
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ClusterTemplate
 * metadata: {name: own, namespace: prod}
 * spec: {providerContracts: {infrastructure-aws: v1beta2}, helm: {chartSpec: {chart: own}}}
 * ---
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ProviderTemplate
 * metadata: {name: aws}
 * spec: {providers: [infrastructure-aws], capiContracts: {v1beta1: v1beta1}}
 * `);
 * const found = [...checkProviderContracts(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/provider-contract"]);
 * ```
 */
export function* checkProviderContracts(
  input: ValidateInput,
): Iterable<Finding> {
  const contracts = servedContracts(input.inventory);
  if (contracts.size === 0) return;
  for (const cluster of input.inventory.clusterDeployments.values()) {
    const required = Object.entries(requiredContracts(cluster, input));
    for (const [provider, contract] of required) {
      const served = contracts.get(provider);
      if (served === undefined || served.has(contract)) continue;
      yield report(cluster, "validate/provider-contract", {
        field: ["spec", "template"],
        message: `Cannot deploy ${
          formatIdentity(identityOf(cluster.manifest))
        }: its template requires ${provider} to serve ${contract}, the ProviderTemplates serve ${
          [...served].sort().join(", ") || "none"
        }`,
      });
    }
  }
}

function requiredContracts(
  cluster: Declared<ClusterDeploymentSpec>,
  input: ValidateInput,
): Readonly<Record<string, string>> {
  const chart = clusterChart(cluster, input);
  const declared = chart.template?.spec.providerContracts ?? {};
  return Object.keys(declared).length > 0
    ? declared
    : chart.package?.metadata.providerContracts ?? {};
}

function servedContracts({ providerTemplates }: Inventory): ServedContracts {
  const contracts = new Map<string, Set<string>>();
  for (const { spec } of providerTemplates.values()) {
    const served = Object.values(spec.capiContracts)
      .flatMap((list) => list.split("_"))
      .filter((contract) => contract !== "");
    if (served.length === 0) continue;
    for (const provider of spec.providers) {
      const known = contracts.get(provider) ?? new Set<string>();
      contracts.set(provider, known);
      for (const contract of served) known.add(contract);
    }
  }
  return contracts;
}
