/**
 * What a ClusterTemplate leads to.
 *
 * @module
 */

import {
  type ClusterTemplateSpec,
  type Declared,
  DEFAULT_REPOSITORY,
  K0RDENT_GROUP,
  type OfficialTemplate,
  officialTemplate,
  SOURCE_GROUP,
} from "../../k0rdent/mod.ts";
import {
  formatIdentity,
  getPath,
  type Identity,
  identityOf,
  type Origin,
} from "../../model/mod.ts";
import { type Resolution, resolved, unresolved } from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";
import { chartIdentityOf } from "./chart_source.ts";
import type { ChartTemplate } from "./helm_chart.ts";
import type { SourceIndex } from "./source_index.ts";

/** The interval of HelmReleases whose template does not say. */
export const DEFAULT_INTERVAL = "10m0s";

/** A ClusterTemplate with all that it leads to. */
export interface ResolvedClusterTemplate {
  /** The chart's name, which is its template package's too. */
  readonly chart: string;
  readonly version: string;
  readonly helmChart: Identity;
  /** How often Flux looks after the HelmRelease. */
  readonly interval: string;
}

/**
 * Follows a declared ClusterTemplate to its chart.
 *
 * @param template The template.
 * @param context All Flux sources, and KCM's namespace.
 * @returns What it leads to, or why it leads nowhere.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../_demo.ts";
 * const { inventory, sources } = demoScope();
 * const template = known(inventory.clusterTemplates.get("prod/docker"));
 * const found = resolveClusterTemplate(template, { sources, systemNamespace: "kcm-system" });
 * assertEquals(found.kind === "resolved" && found.result.version, "1.0.15");
 * ```
 */
export function resolveClusterTemplate(
  template: Declared<ClusterTemplateSpec>,
  context: { readonly sources: SourceIndex; readonly systemNamespace: string },
): Resolution<ResolvedClusterTemplate> {
  const found = chartIdentityOf(template);
  if (found.kind === "problem") return found;
  const helmChart = found.result;
  const spec = context.sources.find(helmChart)?.manifest.spec;
  const chart = getPath(spec, ["chart"]);
  const version = getPath(spec, ["version"]);
  if (typeof chart === "string") {
    return resolved({
      chart: chart.split("/").findLast((part) => part !== "") ?? chart,
      version: typeof version === "string" ? version : "*",
      helmChart,
      interval: template.spec.helm.chartSpec?.interval ?? DEFAULT_INTERVAL,
    });
  }
  const official = officialTemplate(helmChart.name);
  if (official && helmChart.namespace === context.systemNamespace) {
    return resolved({ ...official, helmChart, interval: DEFAULT_INTERVAL });
  }
  return unresolved(
    RENDER_RULES["render/missing-reference"],
    `Cannot use ${formatIdentity(identityOf(template.manifest))}: no ${
      formatIdentity(helmChart)
    } is declared`,
    { origin: template.origin, field: ["spec", "helm"] },
  );
}

/**
 * What a template leads to that k0rdent itself ships: KCM makes its HelmChart
 * in the system namespace, also for copies in other namespaces.
 *
 * @param name The template's name.
 * @param systemNamespace KCM's namespace.
 * @returns What it leads to, or `undefined` where k0rdent has no such template.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const template = resolveOfficialTemplate("aws-eks-1-0-37", "kcm-system");
 * assertEquals(template?.chart, "aws-eks");
 * assertEquals(template?.helmChart.namespace, "kcm-system");
 * ```
 */
export function resolveOfficialTemplate(
  name: string,
  systemNamespace: string,
): ResolvedClusterTemplate | undefined {
  const official = officialTemplate(name);
  return official && {
    ...official,
    helmChart: {
      group: SOURCE_GROUP,
      kind: "HelmChart",
      namespace: systemNamespace,
      name,
    },
    interval: DEFAULT_INTERVAL,
  };
}

/**
 * The template that k0rdent ships, as KCM has it in the cluster.
 *
 * @param official The chart.
 * @param context The template's name and namespace, and who asks for it.
 * @returns The template with its chart.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const template = officialChartTemplate(
 *   { chart: "aws-eks", version: "1.0.37" },
 *   {
 *     name: "aws-eks-1-0-37",
 *     namespace: "kcm-system",
 *     origin: { file: "a.yaml", document: 0, line: 1 },
 *   },
 * );
 * assertEquals(template.chart.version, "1.0.37");
 * ```
 */
export function officialChartTemplate(
  official: OfficialTemplate,
  context: {
    readonly name: string;
    readonly namespace: string;
    readonly origin: Origin;
  },
): ChartTemplate {
  const { name, namespace, origin } = context;
  return {
    manifest: {
      apiVersion: `${K0RDENT_GROUP}/v1beta1`,
      kind: "ClusterTemplate",
      metadata: { name, namespace },
    },
    spec: {},
    origin,
    namespace,
    chart: {
      ...official,
      sourceRef: { kind: "HelmRepository", name: DEFAULT_REPOSITORY },
      interval: DEFAULT_INTERVAL,
      reconcileStrategy: "ChartVersion",
    },
  };
}
