/**
 * Checks which namespaces may use the cloud identities.
 *
 * @module
 */

import { isEmptySelector, type LabelSelector } from "../k0rdent/mod.ts";
import {
  type FieldPath,
  type Finding,
  formatIdentity,
  getPath,
  identityOf,
  type Manifest,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

interface AllowedNamespaces {
  readonly list?: readonly string[];
  readonly selector?: LabelSelector;
}

/**
 * Finds identities that every namespace may use: whoever can create a cluster
 * in any of them has the cloud account.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: infrastructure.cluster.x-k8s.io/v1beta2
 * kind: AWSClusterControllerIdentity
 * metadata: {name: default}
 * spec: {allowedNamespaces: {}}
 * `);
 * const found = [...checkOpenIdentities(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/open-identity"]);
 * ```
 */
export function* checkOpenIdentities(input: ValidateInput): Iterable<Finding> {
  const { inventory } = input;
  const listed = [
    inventory.awsControllerIdentities,
    inventory.awsRoleIdentities,
    inventory.awsStaticIdentities,
    inventory.azureIdentities,
    inventory.vSphereIdentities,
  ].flatMap((identities) => [...identities.values()]);
  for (const { spec, ...identity } of listed) {
    if (!isOpen(spec.allowedNamespaces)) continue;
    yield open(identity, ["spec", "allowedNamespaces"]);
  }
  for (const { spec, ...identity } of inventory.openStackIdentities.values()) {
    const { namespaceSelector } = spec;
    if (namespaceSelector && !isEmptySelector(namespaceSelector)) continue;
    yield open(identity, ["spec", "namespaceSelector"]);
  }
}

/** Left out, it allows no namespace; empty, it allows all. */
function isOpen(allowed: AllowedNamespaces | undefined): boolean {
  if (allowed === undefined || (allowed.list ?? []).length > 0) return false;
  return allowed.selector === undefined || isEmptySelector(allowed.selector);
}

function open(
  identity: Parameters<typeof report>[0] & { readonly manifest: Manifest },
  field: FieldPath,
): Finding {
  const isThere = getPath(identity.manifest, field) !== undefined;
  return report(identity, "validate/open-identity", {
    field: isThere ? field : ["spec"],
    key: isThere,
    message: `${
      formatIdentity(identityOf(identity.manifest))
    } is open to every namespace: "${field.at(-1)}" excludes none`,
    remedy: field.at(-1) === "allowedNamespaces"
      ? "List the namespaces of the clusters that need it in allowedNamespaces.list, or select them by labels."
      : "Select the namespaces of the clusters that need it by their labels.",
  });
}
