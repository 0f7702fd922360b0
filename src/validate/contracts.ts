/**
 * Checks how contract versions are written.
 *
 * @module
 */

import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

const CONTRACT = "v\\d+(?:(?:alpha|beta)\\d+)?";
const ONE = new RegExp(`^${CONTRACT}$`);
const SEVERAL = new RegExp(`^(?:${CONTRACT}(?:_${CONTRACT})*)?$`);

/**
 * Finds contract versions of templates that are none.
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
 * kind: ProviderTemplate
 * metadata: {name: a}
 * spec: {capiContracts: {v1beta1: latest}}
 * `);
 * const found = [...checkContracts(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/contract"]);
 * ```
 */
export function* checkContracts(input: ValidateInput): Iterable<Finding> {
  const { clusterTemplates, providerTemplates } = input.inventory;
  for (const template of clusterTemplates.values()) {
    const contracts = Object.entries(template.spec.providerContracts);
    for (const [provider, contract] of contracts) {
      if (ONE.test(contract)) continue;
      yield report(template, "validate/contract", {
        field: ["spec", "providerContracts", provider],
        message: `Cannot use ${
          formatIdentity(identityOf(template.manifest))
        }: "${contract}" is no contract version of ${provider}`,
      });
    }
  }
  for (const template of providerTemplates.values()) {
    const contracts = Object.entries(template.spec.capiContracts);
    for (const [core, contract] of contracts) {
      if (ONE.test(core) && SEVERAL.test(contract)) continue;
      yield report(template, "validate/contract", {
        field: ["spec", "capiContracts", core],
        message: `Cannot use ${
          formatIdentity(identityOf(template.manifest))
        }: "${core}: ${contract}" is no pair of contract versions`,
      });
    }
  }
}
