/**
 * What AccessManagement copies (kcm-spec 5.3).
 *
 * @module
 */

import {
  type Definition,
  getField,
  identityOf,
  isMap,
  type Manifest,
} from "../../model/mod.ts";
import {
  ACCESS_MANAGEMENT_NAME,
  type AccessManagementSpec,
  accessResources,
} from "../access_management.ts";
import type { Inventory } from "../inventory.ts";
import { type Declared, K0RDENT_GROUP } from "../kind.ts";
import { scopeOf } from "../scope.ts";
import { type Copies, copyOf } from "./copies.ts";
import { distributedObjects } from "./distributed_objects.ts";
import { targetsOf } from "./target_namespaces.ts";

/**
 * The AccessManagement in force: k0rdent has one.
 *
 * @param inventory What is declared.
 * @returns The one of k0rdent's name, or the first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../inventory.ts";
 * const { inventory } = takeInventory([], { systemNamespace: "kcm-system" });
 * assertEquals(accessManagement(inventory), undefined);
 * ```
 */
export function accessManagement(
  { accessManagements }: Inventory,
): Declared<AccessManagementSpec> | undefined {
  return accessManagements.get(ACCESS_MANAGEMENT_NAME) ??
    accessManagements.values().next().value;
}

/**
 * Adds what AccessManagement copies from KCM's namespace to others. Encrypted
 * documents cannot be copied.
 *
 * @param copies The copies to add to.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../inventory.ts";
 * import { Copies } from "./copies.ts";
 * const { inventory } = takeInventory([], { systemNamespace: "kcm-system" });
 * const copies = new Copies(inventory);
 * addAccessCopies(copies);
 * assertEquals(copies.made, []);
 * ```
 */
export function addAccessCopies(copies: Copies): void {
  const { inventory } = copies;
  const access = accessManagement(inventory);
  for (const [index, rule] of access?.spec.accessRules.entries() ?? []) {
    const targets = targetsOf(rule.targetNamespaces ?? {}, inventory);
    if (access === undefined || targets.kind === "problem") continue;
    const by = { origin: access.origin, field: ["spec", "accessRules", index] };
    for (const resource of accessResources(rule, inventory.kcmVersion)) {
      if (scopeOf(resource) === "cluster") continue;
      for (const source of distributedObjects(resource, inventory).found) {
        if (source.verbatim !== undefined) continue;
        for (const namespace of targets.names) {
          const fields = rewritten(source, namespace);
          copies.add(copyOf(source, { namespace, by, fields }));
        }
      }
    }
  }
}

/** The fields that name namespaces, as KCM rewrites them in a copy. */
function rewritten(
  { manifest }: Definition,
  namespace: string,
): Partial<Manifest> {
  const { group, kind } = identityOf(manifest);
  if (group !== K0RDENT_GROUP) return {};
  const home = manifest.metadata.namespace ?? "";
  switch (kind) {
    case "Credential":
      return withNamespace(
        manifest,
        "identityRef",
        (named) => named === "" ? "" : namespace,
      );
    case "ClusterAuthentication":
      return withNamespace(manifest, "caSecret", (named) => named || home);
    case "DataSource":
      return withNamespace(
        manifest,
        "certificateAuthority",
        (named) => named || home,
      );
    default:
      return {};
  }
}

/** The spec with another namespace in one of its references. */
function withNamespace(
  { spec }: Manifest,
  field: string,
  choose: (named: string) => string,
): Partial<Manifest> {
  const reference = getField(spec, field);
  if (!isMap(spec) || !isMap(reference)) return {};
  const named = getField(reference, "namespace");
  const namespace = choose(typeof named === "string" ? named : "");
  return namespace === ""
    ? {}
    : { spec: { ...spec, [field]: { ...reference, namespace } } };
}
