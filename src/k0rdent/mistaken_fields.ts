/**
 * Fields that people take for those of k0rdent, and what k0rdent has instead.
 *
 * @module
 */

import { type FieldPath, formatPath } from "../model/mod.ts";

const BESIDE_TARGET =
  "Remove the line: group, version, kind, name and the other fields of the selector stand in the item itself.";

/** By kind and field, as `spec.list[].field`; none is in any k0rdent version. */
const MISTAKEN: ReadonlyMap<string, string> = new Map([
  ["ClusterDeployment spec.values", 'Did you mean "spec.config"?'],
  [
    "ClusterDeployment spec.addons",
    'Did you mean "spec.serviceSpec.services"?',
  ],
  [
    "ClusterDeployment spec.clusterName",
    "Remove it: the cluster is called as metadata.name says.",
  ],
  [
    "ClusterDeployment spec.provider",
    "Remove it: the ClusterTemplate that spec.template names is made for a provider.",
  ],
  [
    "ClusterDeployment spec.workers",
    'Did you mean "spec.config.workersNumber"? Most charts have the number of workers there, and their machines in "spec.config.worker".',
  ],
  [
    "ClusterDeployment spec.serviceSpec.driftIgnore[].target",
    BESIDE_TARGET,
  ],
  [
    "MultiClusterService spec.serviceSpec.driftIgnore[].target",
    BESIDE_TARGET,
  ],
]);

/**
 * What to do about a field that people often take for one of a kind.
 *
 * @param kind The kind.
 * @param field The field, which the kind does not have.
 * @returns A sentence, or `undefined` where nothing is known.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   mistakenField("ClusterDeployment", ["spec", "values"]),
 *   'Did you mean "spec.config"?',
 * );
 * ```
 */
export function mistakenField(
  kind: string,
  field: FieldPath,
): string | undefined {
  const path = formatPath(field).replaceAll(/\[\d+\]/g, "[]");
  return MISTAKEN.get(`${kind} ${path}`);
}
