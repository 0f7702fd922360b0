/**
 * Which kinds access rules can distribute.
 *
 * @module
 */

import {
  type AccessResource,
  didYouMean,
  type Inventory,
  K0RDENT_GROUP,
  K0RDENT_KINDS,
  scopeOf,
} from "../k0rdent/mod.ts";
import { groupOf } from "../model/mod.ts";

/** The kinds of the core group that live in namespaces. */
const CORE_KINDS: readonly string[] = [
  "ConfigMap",
  "Endpoints",
  "Event",
  "LimitRange",
  "PersistentVolumeClaim",
  "Pod",
  "PodTemplate",
  "ReplicationController",
  "ResourceQuota",
  "Secret",
  "Service",
  "ServiceAccount",
];

/** What is wrong with a kind. */
export interface KindFault {
  readonly message: string;
  readonly remedy?: string;
}

/**
 * What keeps KCM from distributing a kind. The kinds of other groups are known
 * only to the cluster.
 *
 * @param resource The kind, with its group.
 * @param inventory What is declared.
 * @returns What is wrong, or `undefined`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../k0rdent/mod.ts";
 * const { inventory } = takeInventory([], { systemNamespace: "kcm-system" });
 * const resource = { group: "", kind: "Namespace" };
 * assertEquals(
 *   accessKindFault(resource, inventory)?.message,
 *   "Cannot distribute kind Namespace: its objects have no namespace",
 * );
 * ```
 */
export function accessKindFault(
  { group, kind }: Pick<AccessResource, "group" | "kind">,
  inventory: Inventory,
): KindFault | undefined {
  if (scopeOf({ group, kind }) === "cluster") {
    return {
      message: `Cannot distribute kind ${kind}: its objects have no namespace`,
    };
  }
  const known = kindsOf(group);
  if (known === undefined || known.includes(kind)) return undefined;
  const name = group === "" ? "the core group" : `group "${group}"`;
  const elsewhere = group === "" ? groupWith(kind, inventory) : undefined;
  const nearest = didYouMean(kind, known);
  const remedy = elsewhere !== undefined
    ? `Add "apiGroup: ${elsewhere}".`
    : nearest !== undefined
    ? `Did you mean "${nearest}"?`
    : undefined;
  return {
    message: `Cannot distribute kind ${kind}: there is none in ${name}`,
    ...(remedy === undefined ? {} : { remedy }),
  };
}

function kindsOf(group: string): readonly string[] | undefined {
  if (group === "") return CORE_KINDS;
  return group === K0RDENT_GROUP ? K0RDENT_KINDS : undefined;
}

/** The group of the declared objects of a kind. */
function groupWith(kind: string, inventory: Inventory): string | undefined {
  if (K0RDENT_KINDS.includes(kind)) return K0RDENT_GROUP;
  for (const { manifest } of inventory.all.values()) {
    if (manifest.kind === kind) return groupOf(manifest.apiVersion);
  }
  return undefined;
}
