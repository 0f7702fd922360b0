/**
 * The template package that expands a cluster's chart.
 *
 * @module
 */

import { formatIdentity, type Identity, type Origin } from "../../model/mod.ts";
import { problemFinding } from "../resolution.ts";
import {
  pinKey,
  type PinnedChart,
  type TemplatePackage,
} from "../../templates/mod.ts";
import type { Blame } from "../blame.ts";
import type { Scope } from "../scope.ts";
import type { ResolvedClusterTemplate } from "../sources/cluster_template.ts";

/** A ClusterDeployment, and what is wrong with it. */
interface Asker {
  readonly object: Identity;
  readonly origin: Origin;
  readonly blame: Blame;
}

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
 *   origin: cluster.origin,
 *   blame: blameOn(cluster),
 * });
 * assertEquals(found?.name, "docker-hosted-cp");
 * ```
 */
export function findPackage(
  scope: Scope,
  template: ResolvedClusterTemplate,
  asker: Asker,
): TemplatePackage | undefined {
  const pin = scope.charts?.get(pinKey(template.helmChart));
  if (pin?.kind === "pinned" && pin.package !== undefined) return pin.package;
  if (pin?.kind === "refused") return refuse(scope, pin, asker);
  const { chart, version } = template;
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

/** The fault lies with the template, and the cluster is what it costs. */
function refuse(
  { config }: Scope,
  pin: Extract<PinnedChart, { kind: "refused" }>,
  { object, origin, blame }: Asker,
): undefined {
  const { rule, message, remedy } = pin;
  const problem = {
    rule,
    message: `Cannot expand ${formatIdentity(object)}: ${message}`,
    // The template may be one that nobody declares: then the cluster asks.
    ...(pin.place.origin === origin ? {} : { place: pin.place }),
  };
  blame.findings.push(problemFinding(problem, {
    object,
    place: { origin, field: FIELD },
    severity: config.applyLevel === "capi" ? "error" : "warning",
    ...(remedy === undefined ? {} : { remedy }),
  }));
}
