/**
 * Which units have to be read to hold a change against the guards.
 *
 * @module
 */

import type { Guards } from "../../source/mod.ts";
import type { DifferingRecords } from "../trees/read_units.ts";

/** Files of what a cluster is, or stands for it, at any level. */
const CLUSTER_FILE =
  /\/(?:cluster|sveltos-cluster|helm-release|cluster-deployment)\.[^/]*$/;

/**
 * Finds out which units may have effects that count. A change of a service in
 * all clusters of a fleet need not be read where only clusters are guarded.
 *
 * @param guards The guards.
 * @param options Whether something is accepted by name, so that it has to be
 * known whether it happens.
 * @returns Tells whether a unit may count.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * const mayCount = countingUnits(DEFAULT_CONFIG.guards, { accepts: false });
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * const changed = new Set(["clusters/prod/eu1/profile.config.projectsveltos.io_prod_eu1.yaml"]);
 * const record = { unit, files: {} };
 * assert(!mayCount({ unit, changed, before: record, after: record }));
 * assert(mayCount({ unit, changed, before: record, after: undefined }));
 * ```
 */
export function countingUnits(
  guards: Guards,
  { accepts }: { readonly accepts: boolean },
): (unit: DifferingRecords) => boolean {
  const onlyClusters = !accepts && guards.controlPlanesRolled === undefined &&
    guards.protectedKinds.length === 0 &&
    guards.protectedNamespaces.length === 0;
  return onlyClusters ? mayConcernCluster : () => true;
}

function mayConcernCluster(
  { unit, changed, before, after }: DifferingRecords,
): boolean {
  return unit.kind !== "cluster" ||
    before?.chart?.name !== after?.chart?.name ||
    before?.retired !== after?.retired ||
    before === undefined || after === undefined ||
    [...changed].some((path) => CLUSTER_FILE.test(path));
}
