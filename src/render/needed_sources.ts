/**
 * Which sources the objects that Flux applies depend on.
 *
 * @module
 */

import { SOURCE_GROUP } from "../k0rdent/mod.ts";
import type { Identity } from "../model/mod.ts";
import type { RenderConfig } from "../source/mod.ts";
import type { ClusterInputs } from "./cluster/cluster_inputs.ts";
import type { ServiceSet } from "./services/service_set.ts";
import type { SourceIndex } from "./sources/source_index.ts";
import { chartSourceOf } from "./sources/chart_source.ts";
import type { Delivery } from "./sources/service_template.ts";

/** The configuration as far as it decides which sources are needed. */
export type DeliverySettings = Pick<
  RenderConfig,
  "applyLevel" | "serviceDelivery" | "systemNamespace"
>;

/**
 * The sources that a cluster's applied objects depend on.
 *
 * @param inputs What the cluster is rendered from.
 * @param sources All Flux sources.
 * @returns Their identities; none at level k0rdent, where KCM makes them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoInputs, demoScope } from "./_demo.ts";
 * assertEquals(sourcesOfCluster(demoInputs(), demoScope().sources), []);
 * ```
 */
export function sourcesOfCluster(
  inputs: ClusterInputs,
  sources: SourceIndex,
): Identity[] {
  const { settings, template, sets } = inputs;
  const services = sets.flatMap(({ set }) => sourcesOfSet(set, settings));
  if (settings.applyLevel !== "helmrelease") return services;
  const chart = sources.find(template.helmChart)?.manifest.spec;
  const { namespace } = template.helmChart;
  return [
    template.helmChart,
    ...(chart === undefined ? [] : [chartSourceOf(chart, namespace)]),
    ...services,
  ];
}

/**
 * The sources that a ServiceSet's applied objects depend on.
 *
 * @param set The ServiceSet.
 * @param settings The apply level and the service delivery.
 * @returns Their identities.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, demoSet } from "./_demo.ts";
 * const settings = { ...demoScope().settings, serviceDelivery: "helmrelease" } as const;
 * assertEquals(sourcesOfSet(demoSet(), settings).map(({ kind }) => kind), [
 *   "HelmChart",
 *   "HelmRepository",
 * ]);
 * ```
 */
export function sourcesOfSet(
  set: ServiceSet,
  settings: DeliverySettings,
): Identity[] {
  if (settings.applyLevel === "k0rdent") return [];
  return set.services.flatMap(({ template }) =>
    sourcesOfDelivery(template.delivery, settings)
  ).filter(({ group }) => group === SOURCE_GROUP);
}

/** Sveltos fetches charts of HelmRepositories by their URLs. */
function sourcesOfDelivery(
  delivery: Delivery,
  { serviceDelivery }: DeliverySettings,
): Identity[] {
  if (delivery.kind !== "chart") return [delivery.source];
  if (serviceDelivery === "helmrelease") {
    return [delivery.helmChart, delivery.source];
  }
  return delivery.source.kind === "GitRepository" ? [delivery.source] : [];
}
