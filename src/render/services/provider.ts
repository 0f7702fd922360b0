/**
 * The StateManagementProvider that takes ServiceSets (kcm-spec 3.1, 3.2).
 *
 * @module
 */

import { k0rdentObject } from "../../k0rdent/mod.ts";
import {
  getField,
  getPath,
  isMap,
  type Manifest,
  setField,
} from "../../model/mod.ts";
import type { Scope } from "../scope.ts";

/** The Deployment that KCM's own Sveltos adapter runs in. */
export const KCM_ADAPTER = "kcm-controller-manager";
/** The labels that make it take a ServiceSet. */
export const KCM_ADAPTER_LABELS = {
  "ksm.k0rdent.mirantis.com/adapter": KCM_ADAPTER,
};

/** How a StateManagementProvider takes ServiceSets. */
export interface ProviderState {
  /** The labels that make it take a ServiceSet. */
  readonly labels: Readonly<Record<string, string>>;
  /** Whether KCM's Sveltos adapter is the one that delivers. */
  readonly isSveltos: boolean;
  /** Whether it changes nothing at present. */
  readonly isSuspended: boolean;
}

/**
 * Looks up how a provider takes ServiceSets. One that nobody declares is taken
 * for KCM's own, which KCM declares itself.
 *
 * @param scope The definitions.
 * @param name The provider's name.
 * @returns How it takes them.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * assert(providerState(demoScope(), "ksm-projectsveltos").isSveltos);
 * ```
 */
export function providerState(scope: Scope, name: string): ProviderState {
  const declared = scope.inventory.find(
    k0rdentObject("StateManagementProvider", name),
  );
  if (declared === undefined) {
    return { labels: KCM_ADAPTER_LABELS, isSveltos: true, isSuspended: false };
  }
  const { manifest } = declared;
  const adapter = getPath(manifest, ["spec", "adapter"]);
  return {
    labels: selectedLabels(manifest),
    isSveltos: getField(adapter, "name") === KCM_ADAPTER &&
      getField(adapter, "namespace") === scope.config.systemNamespace,
    isSuspended: getPath(manifest, ["spec", "suspend"]) === true,
  };
}

/** Labels that a selector accepts, chosen as KCM chooses them. */
function selectedLabels(provider: Manifest): Record<string, string> {
  const selector = getPath(provider, ["spec", "selector"]);
  const labels: Record<string, string> = {};
  const given = getField(selector, "matchLabels");
  for (const [key, value] of Object.entries(isMap(given) ? given : {})) {
    setField(labels, key, String(value));
  }
  const expressions = getField(selector, "matchExpressions");
  for (const one of Array.isArray(expressions) ? expressions : []) {
    const key = String(getField(one, "key"));
    const operator = getField(one, "operator");
    const values = getField(one, "values");
    if (operator === "In" && Array.isArray(values)) {
      setField(labels, key, values.map(String).sort()[0] ?? "");
    } else if (operator === "Exists" && !Object.hasOwn(labels, key)) {
      setField(labels, key, "");
    }
  }
  return labels;
}
