/**
 * Checks that Cluster API serves the contracts its providers are made for.
 *
 * @module
 */

import type { ComponentsSpec, Declared } from "../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import { installedTemplates } from "./installed_templates.ts";

/**
 * Finds providers of a Management or a Region that are made for a contract
 * which its Cluster API does not serve. Templates that say nothing of contracts
 * are not checked.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * assertEquals([...checkCoreContracts(checkInput(""))], []);
 * ```
 */
export function* checkCoreContracts(input: ValidateInput): Iterable<Finding> {
  const { managements, regions } = input.inventory;
  for (const owner of managements.values()) yield* check(input, owner);
  for (const owner of regions.values()) yield* check(input, owner);
}

function* check(
  { inventory }: ValidateInput,
  owner: Declared<ComponentsSpec>,
): Iterable<Finding> {
  const installed = installedTemplates(owner.spec, inventory) ?? [];
  const core = installed.find(({ component }) => component.part === "capi");
  const served = contractsOf(core?.template);
  if (served.length === 0) return;
  for (const { component, template } of installed) {
    for (const contract of contractsOf(template)) {
      if (served.includes(contract)) continue;
      yield report(owner, "validate/core-contract", {
        field: component.field,
        message: `Cannot install "${component.name}" by ${
          formatIdentity(identityOf(owner.manifest))
        }: ProviderTemplate "${template}" is made for ${contract}, Cluster API serves ${
          served.join(", ")
        }`,
      });
    }
  }

  function contractsOf(template = ""): string[] {
    const spec = inventory.providerTemplates.get(template)?.spec;
    return Object.keys(spec?.capiContracts ?? {}).sort();
  }
}
