/**
 * What k0rdent's webhooks fill in before an API server looks at the schema.
 *
 * @module
 */

import { K0RDENT_GROUP } from "../../k0rdent/mod.ts";
import {
  getField,
  getPath,
  groupOf,
  isMap,
  type Manifest,
} from "../../model/mod.ts";

const TEMPLATES = new Set([
  "ClusterTemplate",
  "ProviderTemplate",
  "ServiceTemplate",
]);

const DEFAULTS = {
  interval: "10m0s",
  sourceRef: { kind: "HelmRepository", name: "kcm-templates" },
};

/**
 * Fills in what k0rdent's webhooks would.
 *
 * @param object The object; stays as it is.
 * @returns The object as the API server sees it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { getPath } from "../../model/mod.ts";
 * const template = admitted({
 *   apiVersion: "k0rdent.mirantis.com/v1beta1",
 *   kind: "ServiceTemplate",
 *   metadata: { name: "a" },
 *   spec: { helm: { chartSpec: { chart: "a" } } },
 * });
 * assertEquals(getPath(template, ["spec", "helm", "chartSpec", "interval"]), "10m0s");
 * ```
 */
export function admitted(object: Manifest): Manifest {
  if (groupOf(object.apiVersion) !== K0RDENT_GROUP) return object;
  if (!TEMPLATES.has(object.kind)) return object;
  const spec = getField(object, "spec");
  const helm = getField(spec, "helm");
  const chartSpec = getPath(helm, ["chartSpec"]);
  if (!isMap(spec) || !isMap(helm) || !isMap(chartSpec)) return object;
  const filled = { ...DEFAULTS, ...chartSpec };
  return { ...object, spec: { ...spec, helm: { ...helm, chartSpec: filled } } };
}
