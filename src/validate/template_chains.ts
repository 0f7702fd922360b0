/**
 * Checks on template chains.
 *
 * @module
 */

import type { Declared, TemplateChainSpec } from "../k0rdent/mod.ts";
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
  for (const chain of clusterTemplateChains.values()) yield* chainFaults(chain);
  for (const chain of serviceTemplateChains.values()) yield* chainFaults(chain);
}

function* chainFaults(chain: Declared<TemplateChainSpec>): Iterable<Finding> {
  const object = formatIdentity(identityOf(chain.manifest));
  const { supportedTemplates } = chain.spec;
  const supported = new Set(supportedTemplates.map(({ name }) => name));
  for (const [index, template] of supportedTemplates.entries()) {
    const field = ["spec", "supportedTemplates", index, "availableUpgrades"];
    const upgrades = template.availableUpgrades;
    for (const [position, upgrade] of upgrades.entries()) {
      if (supported.has(upgrade.name)) continue;
      yield report(chain, "validate/invalid-chain", {
        field: [...field, position, "name"],
        message:
          `Cannot upgrade to "${upgrade.name}" in ${object}: it is not among the supportedTemplates`,
        remedy: `Add "${upgrade.name}" to supportedTemplates.`,
      });
    }
    const versioned = upgrades.filter(({ version }) => version).length;
    if (versioned === 0 || versioned === upgrades.length) continue;
    yield report(chain, "validate/invalid-chain", {
      field,
      message:
        `Cannot order the upgrades of "${template.name}" in ${object}: some have a version and some have none`,
      remedy: "Give all upgrades of a template a version, or none.",
    });
  }
}
