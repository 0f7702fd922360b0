/**
 * Which objects an access rule distributes (kcm-spec 5.3).
 *
 * @module
 */

import {
  type Definition,
  type FieldPath,
  type Identity,
  identityOf,
} from "../../model/mod.ts";
import type { AccessResource } from "../access_management.ts";
import type { Inventory } from "../inventory.ts";
import { labelChoice } from "./label_choice.ts";

/** An object that a rule names and nobody declares. */
export interface MissingObject {
  readonly wanted: Identity;
  /** The field of the rule that names it. */
  readonly field: FieldPath;
}

/** The objects of one resource of an access rule. */
export interface DistributedObjects {
  readonly found: readonly Definition[];
  readonly missing: readonly MissingObject[];
  /** What is wrong with the string selector. */
  readonly problem?: string;
}

/**
 * Finds the objects of a resource of an access rule in KCM's namespace.
 *
 * @param resource What the rule says.
 * @param inventory What is declared.
 * @returns The objects, and those that are named but not there.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../inventory.ts";
 * const { inventory } = takeInventory([], { systemNamespace: "kcm-system" });
 * const resource = { group: "", kind: "ConfigMap", field: [], namesField: [] };
 * assertEquals(distributedObjects(resource, inventory), { found: [], missing: [] });
 * ```
 */
export function distributedObjects(
  resource: AccessResource,
  inventory: Inventory,
): DistributedObjects {
  const { group, kind } = resource;
  const namespace = inventory.systemNamespace;
  if (resource.names !== undefined) {
    const found: Definition[] = [];
    const missing: MissingObject[] = [];
    resource.names.forEach((name, index) => {
      const wanted = { group, kind, namespace, name };
      const object = inventory.find(wanted);
      if (object !== undefined) found.push(object);
      else missing.push({ wanted, field: [...resource.namesField, index] });
    });
    return { found, missing };
  }
  const choice = labelChoice(resource);
  if (choice.kind === "problem") {
    return { found: [], missing: [], problem: choice.problem };
  }
  const found = [...inventory.all.values()].filter(({ manifest }) => {
    const object = identityOf(manifest);
    return object.kind === kind && object.group === group &&
      object.namespace === namespace &&
      (choice.kind === "all" || choice.matches(manifest.metadata.labels ?? {}));
  });
  return { found, missing: [] };
}
