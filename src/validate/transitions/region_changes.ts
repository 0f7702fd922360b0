/**
 * Checks Credentials that enter or leave a Region.
 *
 * @module
 */

import { type Finding, formatIdentity, identityOf } from "../../model/mod.ts";
import { pairs } from "./pairs.ts";
import { reportTransition, type Transition, wasHere } from "./transition.ts";

/**
 * Finds Credentials in use that enter or leave a Region. The API server only
 * refuses to change one Region for another.
 *
 * @param change What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { transitionOf } from "../../../tests/transition_cases.ts";
 * assertEquals([...checkRegionChanges(transitionOf("", ""))], []);
 * ```
 */
export function* checkRegionChanges(change: Transition): Iterable<Finding> {
  const { before, after } = change;
  for (
    const { old, now } of pairs(before.credentials, after.inventory.credentials)
  ) {
    const [was = "", is = ""] = [old.spec.region, now.spec.region];
    if (was === is || (was !== "" && is !== "")) continue;
    const { namespace, name } = now.manifest.metadata;
    const clusters = [...before.clusterDeployments.values()].filter((one) =>
      one.manifest.metadata.namespace === namespace &&
      one.spec.credential === name
    );
    if (clusters.length === 0) continue;
    const count = clusters.length === 1
      ? "1 ClusterDeployment uses"
      : `${clusters.length} ClusterDeployments use`;
    const field = ["spec", "region"];
    yield reportTransition(change, "transition/region", {
      subject: now,
      field: is === "" ? ["spec"] : field,
      message: `${formatIdentity(identityOf(now.manifest))} ${
        is === "" ? `leaves Region "${was}"` : `enters Region "${is}"`
      } while ${count} it`,
      old: wasHere(old, was === "" ? ["spec"] : field),
    });
  }
}
