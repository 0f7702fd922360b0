/**
 * Which namespaces an access rule is for (kcm-spec 5.3).
 *
 * @module
 */

import { groupOf } from "../../model/mod.ts";
import type { TargetNamespaces } from "../access_management.ts";
import type { Inventory } from "../inventory.ts";
import type { Labels } from "../label_selector.ts";
import { labelChoice } from "./label_choice.ts";

/** The namespaces of an access rule. */
export type Targets =
  | {
    /** Whether they were listed, chosen by their labels, or are all. */
    readonly kind: "listed" | "chosen" | "all";
    /** In ascending order. */
    readonly names: readonly string[];
  }
  | { readonly kind: "problem"; readonly problem: string };

/**
 * Finds the namespaces of an access rule, as far as Git knows them.
 *
 * @param target What the rule says.
 * @param inventory What is declared.
 * @returns The namespaces, without the one that is copied from.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { takeInventory } from "../inventory.ts";
 * const { inventory } = takeInventory([], { systemNamespace: "kcm-system" });
 * assertEquals(targetsOf({ list: ["b", "a"] }, inventory), {
 *   kind: "listed",
 *   names: ["a", "b"],
 * });
 * ```
 */
export function targetsOf(
  target: TargetNamespaces,
  inventory: Inventory,
): Targets {
  if (target.list !== undefined) return found("listed", target.list);
  const choice = labelChoice(target);
  if (choice.kind === "problem") return choice;
  if (choice.kind === "all") return found("all", knownNamespaces(inventory));
  const chosen = [...declaredNamespaces(inventory)]
    .filter(([, labels]) => choice.matches(labels))
    .map(([name]) => name);
  return found("chosen", chosen);

  function found(
    kind: "listed" | "chosen" | "all",
    names: Iterable<string>,
  ): Targets {
    const others = new Set(names);
    others.delete(inventory.systemNamespace);
    return { kind, names: [...others].sort() };
  }
}

/** With the label that the API server gives to every namespace. */
function declaredNamespaces(inventory: Inventory): Map<string, Labels> {
  const namespaces = new Map<string, Labels>();
  for (const { manifest } of inventory.all.values()) {
    const { name, labels } = manifest.metadata;
    if (manifest.kind !== "Namespace" || groupOf(manifest.apiVersion) !== "") {
      continue;
    }
    namespaces.set(name, { ...labels, "kubernetes.io/metadata.name": name });
  }
  return namespaces;
}

/** Those that are declared, that something is in, or that KCM makes. */
function knownNamespaces(inventory: Inventory): Set<string> {
  const names = new Set(declaredNamespaces(inventory).keys());
  for (const { manifest } of inventory.all.values()) {
    const { namespace } = manifest.metadata;
    if (namespace !== undefined) names.add(namespace);
  }
  for (const { spec } of inventory.accessManagements.values()) {
    for (const { targetNamespaces } of spec.accessRules) {
      for (const name of targetNamespaces?.list ?? []) names.add(name);
    }
  }
  return names;
}
