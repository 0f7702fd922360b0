/**
 * Checks that what objects name is there.
 *
 * @module
 */

import {
  type InventoryReference,
  inventoryReferences,
  isManaged,
  isOfficialRelease,
  OFFICIAL_PROVIDER_CHARTS,
  officialTemplate,
  scopeOf,
} from "../k0rdent/mod.ts";
import {
  type Finding,
  formatIdentity,
  getPath,
  identityOf,
} from "../model/mod.ts";
import { report, type ValidateInput, type ValidateRule } from "./input.ts";
import { isProvided } from "./provided.ts";
import { referenceHints } from "./reference_hints.ts";

/**
 * Finds references to objects that nobody declares.
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
 * spec: {template: none}
 * `);
 * const found = [...checkMissingReferences(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/missing-reference"]);
 * ```
 */
export function* checkMissingReferences(
  input: ValidateInput,
): Iterable<Finding> {
  const { inventory } = input;
  const hints = referenceHints(inventory);
  for (const named of inventoryReferences(inventory)) {
    if (inventory.find(named.to) !== undefined) continue;
    const reference = atItsSource(named, inventory.systemNamespace);
    const { from, to, field } = reference;
    if (inventory.find(to) !== undefined) continue;
    if (isProvided(to, inventory) || isOfficial(reference)) continue;
    if (isUnplaced(reference)) continue;
    if (isCopiedByKcm(reference, input)) continue;
    const remedy = hints.suggest(to);
    yield report(from, ruleOf(reference), {
      field,
      message: `Cannot resolve ${formatIdentity(to)}, named by ${
        formatIdentity(identityOf(from.manifest))
      }: nobody declares it`,
      ...(remedy === undefined ? {} : { remedy }),
    });
  }
}

function isOfficial({ to: { kind, name } }: InventoryReference): boolean {
  switch (kind) {
    case "ClusterTemplate":
      return officialTemplate(name) !== undefined;
    case "ProviderTemplate":
      return officialTemplate(name, OFFICIAL_PROVIDER_CHARTS) !== undefined;
    case "Release":
      return isOfficialRelease(name);
    default:
      return false;
  }
}

/** That an object names no namespace of its own is reported of itself. */
function isUnplaced({ from, to }: InventoryReference): boolean {
  const holder = identityOf(from.manifest);
  return to.namespace === "" && holder.namespace === "" &&
    scopeOf(holder) === "namespaced" && scopeOf(to) === "namespaced";
}

/** KCM makes the templates of chains that it manages, from those of its own. */
function atItsSource(
  reference: InventoryReference,
  systemNamespace: string,
): InventoryReference {
  const { kind } = reference.from.manifest;
  if (!kind.endsWith("TemplateChain") || !isManaged(reference.from.manifest)) {
    return reference;
  }
  return { ...reference, to: { ...reference.to, namespace: systemNamespace } };
}

/** Where KCM runs, it copies what a distributed Credential needs itself. */
function isCopiedByKcm(
  { from, to, field }: InventoryReference,
  { inventory, config }: ValidateInput,
): boolean {
  const { systemNamespace } = inventory;
  return config.applyLevel === "k0rdent" && field[1] === "identityRef" &&
    isManaged(from.manifest) && to.namespace !== systemNamespace &&
    inventory.find({ ...to, namespace: systemNamespace }) !== undefined;
}

/**
 * Secrets and values are often made by hand or by other tools; and the
 * identities of a Region's Credentials live in the Region.
 */
function ruleOf({ from, to, field }: InventoryReference): ValidateRule {
  const isIdentity = from.manifest.kind === "Credential" &&
    field[1] === "identityRef";
  const isRegional = isIdentity &&
    getPath(from.manifest, ["spec", "region"]) !== undefined;
  const isPlain = to.group === "" &&
    (to.kind === "Secret" || to.kind === "ConfigMap");
  return isRegional || isPlain
    ? "validate/undeclared-reference"
    : "validate/missing-reference";
}
