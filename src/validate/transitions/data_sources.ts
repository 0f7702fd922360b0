/**
 * Checks that clusters keep their data source, or the lack of one.
 *
 * @module
 */

import { type Finding, formatIdentity, identityOf } from "../../model/mod.ts";
import { pairs } from "./pairs.ts";
import { reportTransition, type Transition, wasHere } from "./transition.ts";

/**
 * Finds clusters that are given a data source, or lose it.
 *
 * @param change What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { transitionOf } from "../../../tests/transition_cases.ts";
 * assertEquals([...checkDataSources(transitionOf("", ""))], []);
 * ```
 */
export function* checkDataSources(change: Transition): Iterable<Finding> {
  const { before, after } = change;
  const found = pairs(
    before.clusterDeployments,
    after.inventory.clusterDeployments,
  );
  for (const { old, now } of found) {
    const had = (old.spec.dataSource ?? "") !== "";
    const has = (now.spec.dataSource ?? "") !== "";
    if (had === has) continue;
    const field = ["spec", "dataSource"];
    yield reportTransition(change, "transition/data-source", {
      subject: now,
      field: has ? field : ["spec"],
      message: `Cannot ${
        has ? "add a data source to" : "remove the data source of"
      } ${
        formatIdentity(identityOf(now.manifest))
      }: a cluster has one from the beginning, or never`,
      old: wasHere(old, had ? field : ["spec"]),
    });
  }
}
