/**
 * What becomes of clusters, in one line.
 *
 * @module
 */

import type { Comparison } from "../../diff/comparison.ts";
import type { EnvironmentPreview, Preview } from "../preview.ts";
import { countOf, formatCount } from "./counts.ts";

const NOTHING = "Nothing can be rendered";

/**
 * Says what becomes of all clusters. No text of the repository is in it.
 *
 * @param preview What there is to say.
 * @returns For instance `3 clusters change, 1 is created, 0 are deleted`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const preview = { version: "1", base: "", head: "", environments: [], findings: [], links: {} };
 * assertEquals(summariseAll(preview), "Nothing changes");
 * assertEquals(summariseAll({ ...preview, problem: "Cannot merge" }), "Nothing can be rendered");
 * ```
 */
export function summariseAll({ environments, problem }: Preview): string {
  return problem === undefined ? summarise(environments) : NOTHING;
}

/**
 * Says what becomes of clusters. No text of the repository is in it.
 *
 * @param environments What comes of the change in each environment.
 * @returns For instance `3 clusters change, 1 is created, 0 are deleted`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(summarise([]), "Nothing changes");
 * ```
 */
export function summarise(environments: readonly EnvironmentPreview[]): string {
  const comparisons = environments.flatMap(({ comparison }) =>
    comparison ?? []
  );
  const failed = environments.length - comparisons.length;
  if (failed > 0 && comparisons.length === 0) return NOTHING;
  const differs = ({ units, unknown }: Comparison) =>
    units.length + unknown.length > 0;
  if (failed === 0 && !comparisons.some(differs)) return "Nothing changes";
  const total = (count: (comparison: Comparison) => number) =>
    comparisons.reduce((sum, comparison) => sum + count(comparison), 0);
  const changed = total(({ clusters }) => clusters.changed.length);
  const created = total(({ clusters }) => clusters.created.length);
  const deleted = total(({ clusters }) => clusters.deleted.length);
  const unknown = total((comparison) => comparison.unknown.length);
  if (changed + created + deleted + unknown + failed === 0) {
    return "No cluster changes";
  }
  return [
    `${countOf(changed, "cluster")} ${changed === 1 ? "changes" : "change"}`,
    `${formatCount(created)} ${isOrAre(created)} created`,
    `${formatCount(deleted)} ${isOrAre(deleted)} deleted`,
    ...(unknown === 0
      ? []
      : [`${formatCount(unknown)} ${isOrAre(unknown)} unknown`]),
    ...(failed === 0
      ? []
      : [`${countOf(failed, "environment")} cannot be rendered`]),
  ].join(", ");
}

function isOrAre(count: number): string {
  return count === 1 ? "is" : "are";
}
