/**
 * What becomes of clusters, in one line.
 *
 * @module
 */

import type { Comparison } from "../../diff/comparison.ts";
import { countOf, formatCount } from "./counts.ts";

/**
 * Says what becomes of clusters. No text of the repository is in it.
 *
 * @param comparisons The comparisons, one for each environment.
 * @returns For instance `3 clusters change, 1 is created, 0 are deleted`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(summarise([]), "Nothing changes");
 * ```
 */
export function summarise(comparisons: readonly Comparison[]): string {
  const differs = ({ units, unknown }: Comparison) =>
    units.length + unknown.length > 0;
  if (!comparisons.some(differs)) return "Nothing changes";
  const total = (count: (comparison: Comparison) => number) =>
    comparisons.reduce((sum, comparison) => sum + count(comparison), 0);
  const changed = total(({ clusters }) => clusters.changed.length);
  const created = total(({ clusters }) => clusters.created.length);
  const deleted = total(({ clusters }) => clusters.deleted.length);
  const unknown = total((comparison) => comparison.unknown.length);
  return [
    `${countOf(changed, "cluster")} ${changed === 1 ? "changes" : "change"}`,
    `${formatCount(created)} ${isOrAre(created)} created`,
    `${formatCount(deleted)} ${isOrAre(deleted)} deleted`,
    ...(unknown === 0
      ? []
      : [`${formatCount(unknown)} ${isOrAre(unknown)} unknown`]),
  ].join(", ");
}

function isOrAre(count: number): string {
  return count === 1 ? "is" : "are";
}
