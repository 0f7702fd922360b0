/**
 * The plural names of kinds, as roles have them.
 *
 * @module
 */

import type { Inventory } from "../../k0rdent/mod.ts";
import { getPath, groupOf } from "../../model/mod.ts";

/**
 * The plural of a kind, as a declared CRD says or as Kubernetes itself guesses.
 *
 * @param type The kind.
 * @param inventory The definitions.
 * @returns The plural, in lower case.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * const type = { group: "k0rdent.mirantis.com", kind: "ClusterAuditPolicy" };
 * assertEquals(pluralOf(type, demoScope().inventory), "clusterauditpolicies");
 * ```
 */
export function pluralOf(
  type: { readonly group: string; readonly kind: string },
  inventory: Inventory,
): string {
  for (const { manifest } of inventory.all.values()) {
    if (
      manifest.kind === "CustomResourceDefinition" &&
      groupOf(manifest.apiVersion) === "apiextensions.k8s.io" &&
      getPath(manifest, ["spec", "group"]) === type.group &&
      getPath(manifest, ["spec", "names", "kind"]) === type.kind
    ) {
      const plural = getPath(manifest, ["spec", "names", "plural"]);
      if (typeof plural === "string") return plural;
    }
  }
  const singular = type.kind.toLowerCase();
  if (singular === "endpoints") return singular;
  if (singular.endsWith("s")) return `${singular}es`;
  return singular.endsWith("y")
    ? `${singular.slice(0, -1)}ies`
    : `${singular}s`;
}
