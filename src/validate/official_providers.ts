/**
 * Says which ProviderTemplates are taken for those that k0rdent ships.
 *
 * @module
 */

import {
  type InventoryReference,
  inventoryReferences,
  OFFICIAL_PROVIDER_CHARTS,
  officialTemplate,
} from "../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

/**
 * Finds ProviderTemplates that are named, not declared, and called like those
 * of k0rdent.
 *
 * @param input What to check.
 * @returns One notice for each object that names some.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: Release
 * metadata: {name: ours}
 * spec: {version: 1.0.0, kcm: {template: kcm-1-11-0}, capi: {template: cluster-api-1-1-15}}
 * `);
 * const found = [...checkOfficialProviders(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/official-provider"]);
 * ```
 */
export function* checkOfficialProviders(
  input: ValidateInput,
): Iterable<Finding> {
  const holders = new Map<string, InventoryReference[]>();
  for (const reference of inventoryReferences(input.inventory)) {
    const { from, to } = reference;
    if (to.kind !== "ProviderTemplate") continue;
    if (input.inventory.find(to) !== undefined) continue;
    if (!officialTemplate(to.name, OFFICIAL_PROVIDER_CHARTS)) continue;
    const holder = formatIdentity(identityOf(from.manifest));
    const known = holders.get(holder);
    if (known === undefined) holders.set(holder, [reference]);
    else known.push(reference);
  }
  for (const [holder, references] of holders) {
    const [first] = references;
    if (first === undefined) continue;
    const names = new Set(references.map(({ to }) => `"${to.name}"`));
    yield report(first.from, "validate/official-provider", {
      field: first.field,
      message: `ProviderTemplates of ${holder} are taken for k0rdent's own: ${
        [...names].sort().join(", ")
      }`,
    });
  }
}
