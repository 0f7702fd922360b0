/**
 * Checks on template chains.
 *
 * @module
 */

import {
  chainFaults,
  type Declared,
  type TemplateChainSpec,
} from "../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

/**
 * Finds chains that KCM calls invalid: with upgrades to templates that the
 * chain does not support, or with versions on some upgrades only.
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
 * kind: ServiceTemplateChain
 * metadata: {name: a, namespace: b}
 * spec: {supportedTemplates: [{name: a-1, availableUpgrades: [{name: a-2}]}]}
 * `);
 * const found = [...checkTemplateChains(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/invalid-chain"]);
 * ```
 */
export function* checkTemplateChains(input: ValidateInput): Iterable<Finding> {
  const { clusterTemplateChains, serviceTemplateChains } = input.inventory;
  for (const chain of clusterTemplateChains.values()) yield* faultsOf(chain);
  for (const chain of serviceTemplateChains.values()) yield* faultsOf(chain);
}

function* faultsOf(chain: Declared<TemplateChainSpec>): Iterable<Finding> {
  const object = formatIdentity(identityOf(chain.manifest));
  const { supportedTemplates } = chain.spec;
  for (const fault of chainFaults(chain.spec)) {
    const template = supportedTemplates[fault.template];
    const field = [
      "spec",
      "supportedTemplates",
      fault.template,
      "availableUpgrades",
    ];
    if (fault.kind === "mixed-versions") {
      yield report(chain, "validate/invalid-chain", {
        field,
        message:
          `Cannot order the upgrades of "${template?.name}" in ${object}: some have a version and some have none`,
        remedy: "Give all upgrades of a template a version, or none.",
      });
      continue;
    }
    const upgrade = template?.availableUpgrades[fault.upgrade]?.name;
    yield report(chain, "validate/invalid-chain", {
      field: [...field, fault.upgrade, "name"],
      message:
        `Cannot upgrade to "${upgrade}" in ${object}: it is not among the supportedTemplates`,
      remedy: `Add "${upgrade}" to supportedTemplates.`,
    });
  }
}
