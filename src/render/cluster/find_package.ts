/**
 * The template package that expands a cluster's chart.
 *
 * @module
 */

import { formatIdentity, type Identity } from "../../model/mod.ts";
import type { TemplatePackage } from "../../templates/mod.ts";
import type { Blame } from "../blame.ts";
import type { Scope } from "../scope.ts";
import type { ResolvedClusterTemplate } from "../sources/cluster_template.ts";

/** Where a ClusterDeployment asks for the package. */
const FIELD = ["spec", "template"];

/**
 * Finds the package of a cluster's chart. At levels where something else
 * expands the chart, nothing but the review is missing without one.
 *
 * @param scope The definitions and templates.
 * @param template The ClusterTemplate.
 * @param asker The ClusterDeployment, and what is wrong with it.
 * @returns The package, where there is one without errors.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { identityOf } from "../../model/mod.ts";
 * import { demoCluster, demoInputs, demoScope } from "../_demo.ts";
 * import { blameOn } from "../blame.ts";
 * const cluster = demoCluster();
 * const found = findPackage(demoScope(), demoInputs().template, {
 *   object: identityOf(cluster.manifest),
 *   blame: blameOn(cluster),
 * });
 * assertEquals(found?.name, "docker-hosted-cp");
 * ```
 */
export function findPackage(
  scope: Scope,
  { chart, version }: ResolvedClusterTemplate,
  asker: { readonly object: Identity; readonly blame: Blame },
): TemplatePackage | undefined {
  const { object, blame } = asker;
  const found = scope.library.clusterPackage(chart, version);
  const subject = formatIdentity(object);
  if (found === undefined) {
    const isBroken = scope.library.clusterCharts().includes(chart);
    const why = isBroken
      ? `the template package "${chart}" has errors`
      : `no template package is named "${chart}"`;
    const rule = isBroken ? "render/package" : "render/no-package";
    const isNeeded = scope.config.applyLevel === "capi";
    blame.report(
      [rule, isNeeded ? "error" : "warning"],
      FIELD,
      `Cannot expand ${subject}: ${why}`,
    );
  } else if (found.version !== version) {
    blame.report(
      "render/package-version",
      FIELD,
      `${subject} names version "${version}" of chart "${chart}", the template package is of version "${found.version}"`,
    );
  }
  return found;
}
