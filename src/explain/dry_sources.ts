import {
  type FieldPath,
  getPath,
  type Identity,
  identityKey,
} from "../model/mod.ts";
import type { FedCluster } from "./find_feeders.ts";
import { leavesOf } from "./leaves.ts";
import type { Source } from "./source.ts";

/**
 * The places of the dry source that feed a rendered value: those that give it,
 * then those that decide on it.
 *
 * @param fed The cluster, and what its objects come from.
 * @param object The rendered object.
 * @param path The value, or a map or list of values.
 * @returns The sources; none where the value comes from a rule, or from
 * templates that are not in the dry source.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { findFeeders } from "./find_feeders.ts";
 * import { identityOfKey } from "./identity_of_key.ts";
 * const fed = known(findFeeders(demoScope(), "prod/eu1"));
 * const object = identityOfKey("cluster.x-k8s.io/MachineDeployment/prod/eu1-md");
 * const [source] = drySources(fed, object, ["spec", "replicas"]);
 * assertEquals(source?.place?.field, ["spec", "config", "workersNumber"]);
 * ```
 */
export function drySources(
  fed: FedCluster,
  object: Identity,
  path: FieldPath,
): Source[] {
  const { base, record, around } = fed;
  const key = identityKey(object);
  const value = getPath(base.objects.get(key), path);
  if (value === undefined) return [];
  const hasDefaults = around.package?.origin === "dry source";
  const sources = [...leavesOf(value, path)]
    .flatMap((leaf) => record.feeders(key, leaf.path))
    .map(({ source }) => source)
    .filter(({ kind, place }) =>
      place !== undefined && (kind !== "default" || hasDefaults)
    );
  return [...new Set(sources)];
}
