/**
 * Objects that are there although nobody declares them.
 *
 * @module
 */

import {
  DEFAULT_STATE_MANAGEMENT,
  type Inventory,
  K0RDENT_GROUP,
  objectKey,
  officialTemplate,
  SOURCE_GROUP,
} from "../k0rdent/mod.ts";
import { getPath, type Identity } from "../model/mod.ts";

/** Where templates describe the sources that KCM makes for them. */
const REMOTE_FIELDS: ReadonlyMap<string, "git" | "bucket" | "oci"> = new Map([
  ["GitRepository", "git"],
  ["Bucket", "bucket"],
  ["OCIRepository", "oci"],
]);

/**
 * Whether an object that nobody declares will be there all the same.
 *
 * @param wanted The object.
 * @param inventory What is declared.
 * @returns Whether KCM makes it, or something in the dry source stands for it:
 * a template for its HelmChart, a SealedSecret or ExternalSecret for a Secret.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { k0rdentObject, takeInventory } from "../k0rdent/mod.ts";
 * const { inventory } = takeInventory([], { systemNamespace: "kcm-system" });
 * assert(isProvided(k0rdentObject("StateManagementProvider", "ksm-projectsveltos"), inventory));
 * ```
 */
export function isProvided(wanted: Identity, inventory: Inventory): boolean {
  const { group, kind, name } = wanted;
  if (group === "" && kind === "Secret") return isSealed(wanted, inventory);
  if (group === SOURCE_GROUP && kind === "HelmChart") {
    return isTemplateChart(wanted, inventory);
  }
  if (group === SOURCE_GROUP && isTemplateSource(wanted, inventory)) {
    return true;
  }
  return group === K0RDENT_GROUP && kind === "StateManagementProvider" &&
    name === DEFAULT_STATE_MANAGEMENT;
}

function isSealed(wanted: Identity, inventory: Inventory): boolean {
  const sealed = { ...wanted, group: "bitnami.com", kind: "SealedSecret" };
  if (inventory.find(sealed) !== undefined) return true;
  for (const { manifest } of inventory.all.values()) {
    if (manifest.kind !== "ExternalSecret") continue;
    if (manifest.metadata.namespace !== wanted.namespace) continue;
    const target = getPath(manifest, ["spec", "target", "name"]) ??
      manifest.metadata.name;
    if (target === wanted.name) return true;
  }
  return false;
}

/** KCM makes a HelmChart of each template's name, in its namespace. */
function isTemplateChart(wanted: Identity, inventory: Inventory): boolean {
  const { clusterTemplates, serviceTemplates, providerTemplates } = inventory;
  const key = objectKey(wanted);
  const isSystem = wanted.namespace === inventory.systemNamespace;
  const templates = [
    clusterTemplates.get(key),
    serviceTemplates.get(key),
    ...(isSystem ? [providerTemplates.get(wanted.name)] : []),
  ];
  return templates.some((one) => one?.spec.helm?.chartSpec !== undefined) ||
    (isSystem && officialTemplate(wanted.name) !== undefined);
}

/** And a source of its name for files that a template takes from elsewhere. */
function isTemplateSource(
  wanted: Identity,
  { serviceTemplates }: Inventory,
): boolean {
  const spec = serviceTemplates.get(objectKey(wanted))?.spec;
  const field = REMOTE_FIELDS.get(wanted.kind);
  return field !== undefined &&
    [spec?.kustomize, spec?.resources, spec?.helm?.chartSource]
      .some((source) => source?.remoteSourceSpec?.[field] !== undefined);
}
