/**
 * The Helm options of a service, as Sveltos takes them (kcm-spec 3.8.4).
 *
 * @module
 */

import { getField, isMap, type ValueMap } from "../../model/mod.ts";

const COPIED = [
  "timeout",
  "skipCRDs",
  "skipSchemaValidation",
  "wait",
  "waitForJobs",
  "disableOpenAPIValidation",
  "dependencyUpdate",
  "labels",
  "enableClientCache",
  "description",
  "installOptions",
  "upgradeOptions",
  "uninstallOptions",
] as const;

/** Deprecated fields that Sveltos has among the `installOptions`. */
const INSTALL_FIELDS = ["disableHooks", "createNamespace", "replace"] as const;

/**
 * Merges the options that a template sets for all with those of one service:
 * labels key by key, any other field as a whole.
 *
 * @param template The ServiceTemplate's options.
 * @param service The service's own; they win.
 * @returns The merged options.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const merged = mergeHelmOptions(
 *   { wait: true, labels: { a: "1" } },
 *   { wait: false, labels: { b: "2" } },
 * );
 * assertEquals(merged, { wait: false, labels: { a: "1", b: "2" } });
 * ```
 */
export function mergeHelmOptions(
  template: ValueMap | undefined,
  service: ValueMap | undefined,
): ValueMap {
  const merged = { ...template, ...service };
  const ours = getField(template, "labels");
  const theirs = getField(service, "labels");
  if (isMap(ours) && isMap(theirs)) merged.labels = { ...ours, ...theirs };
  return merged;
}

/**
 * Converts merged options to those of a Sveltos Helm chart.
 *
 * @param options The merged options.
 * @param settings Whether an upgrade rolls back on failure where the options
 * do not say; KCM decided so in the course of 1.11.
 * @returns The Sveltos options.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   sveltosHelmOptions({ createNamespace: false }, { atomicByDefault: true }),
 *   { atomic: true, installOptions: { createNamespace: false } },
 * );
 * ```
 */
export function sveltosHelmOptions(
  options: ValueMap,
  settings: { readonly atomicByDefault: boolean },
): ValueMap {
  const result: ValueMap = {};
  for (const key of COPIED) copyField(options, result, key);
  if (settings.atomicByDefault) result.atomic = true;
  copyField(options, result, "atomic");
  copyField(options, result, "disableHooks");
  const install: ValueMap = {};
  for (const key of INSTALL_FIELDS) copyField(options, install, key);
  if (Object.keys(install).length > 0) {
    const given = getField(options, "installOptions");
    result.installOptions = { ...(isMap(given) ? given : {}), ...install };
  }
  return result;
}

function copyField(from: ValueMap, to: ValueMap, key: string): void {
  const value = getField(from, key);
  if (value !== undefined && value !== null) to[key] = value;
}
