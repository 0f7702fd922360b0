/**
 * What KCM allows itself so that it can copy objects (kcm-spec 5.3).
 *
 * @module
 */

import {
  accessManagement,
  type AccessManagementSpec,
  accessResources,
  type Inventory,
  kcmHas,
  scopeOf,
} from "../../k0rdent/mod.ts";
import { identityOf, type Manifest } from "../../model/mod.ts";
import type { Scope } from "../scope.ts";
import type { LayerContent } from "./layer_content.ts";
import { pluralOf } from "./plural.ts";

const VERBS = ["get", "list", "watch", "create", "delete"];

/**
 * Adds the ClusterRole of AccessManagement, for review: only KCM needs it, and
 * makes it itself.
 *
 * @param scope The definitions.
 * @param content The layer to fill.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * import { emptyLayers } from "./layer_content.ts";
 * const { platform } = emptyLayers();
 * addAccessRole(demoScope(), platform);
 * assertEquals(platform.review, []);
 * ```
 */
export function addAccessRole(scope: Scope, content: LayerContent): void {
  const { inventory, config } = scope;
  const access = accessManagement(inventory);
  if (access === undefined) return;
  if (!kcmHas(config.kcmVersion, "anyKindDistributed")) return;
  const rules = policyRules(access.spec, inventory);
  const manifest: Manifest = {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRole",
    metadata: {
      name: `${access.manifest.metadata.name}-resources`,
      labels: { "k0rdent.mirantis.com/aggregate-to-manager": "true" },
    },
    rules,
  };
  if (rules.length === 0 || inventory.find(identityOf(manifest))) return;
  content.review.push({ manifest, origin: access.origin });
}

/** One for each API group, in the order of the groups. */
function policyRules(
  { accessRules }: AccessManagementSpec,
  inventory: Inventory,
) {
  const plurals = new Map<string, Set<string>>();
  for (const resource of accessRules.flatMap((rule) => accessResources(rule))) {
    if (scopeOf(resource) === "cluster") continue;
    const known = plurals.get(resource.group) ?? new Set();
    plurals.set(resource.group, known.add(pluralOf(resource, inventory)));
  }
  return [...plurals.keys()].sort().map((group) => ({
    apiGroups: [group],
    resources: [...plurals.get(group) ?? []].sort(),
    verbs: VERBS,
  }));
}
