/**
 * Which chart a ClusterDeployment leads to.
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type ClusterTemplateSpec,
  type Declared,
  type Inventory,
  objectKey,
  officialTemplate,
} from "../k0rdent/mod.ts";
import { pinKey, type TemplatePackage } from "../templates/mod.ts";
import type { ValidateInput } from "./input.ts";

/** The template of a cluster, as far as it is known. */
export interface ClusterChart {
  /** The ClusterTemplate; left out for one that k0rdent ships. */
  readonly template?: Declared<ClusterTemplateSpec>;
  /** The package of its chart; left out where there is none. */
  readonly package?: TemplatePackage;
}

/**
 * Follows a ClusterDeployment to its template and package.
 *
 * @param cluster The ClusterDeployment.
 * @param input The definitions and packages.
 * @returns What is known; nothing where the template cannot be resolved.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ClusterDeployment
 * metadata: {name: eu1, namespace: prod}
 * spec: {template: unknown}
 * `);
 * const cluster = input.inventory.clusterDeployments.get("prod/eu1");
 * assertEquals(cluster && clusterChart(cluster, input), {});
 * ```
 */
export function clusterChart(
  cluster: Declared<ClusterDeploymentSpec>,
  input: Pick<ValidateInput, "inventory" | "library" | "charts">,
): ClusterChart {
  const { inventory, library } = input;
  const { namespace = "" } = cluster.manifest.metadata;
  const { template: name } = cluster.spec;
  const template = inventory.clusterTemplates.get(`${namespace}/${name}`);
  const chart = template === undefined
    ? officialTemplate(name)?.chart
    : chartOf(template, inventory);
  const found = chart === undefined
    ? undefined
    : pinnedPackage(cluster, template, input) ?? library.clusterPackage(chart);
  return {
    ...(template === undefined ? {} : { template }),
    ...(found === undefined ? {} : { package: found }),
  };
}

/** What is locked for the HelmChart of the template. */
function pinnedPackage(
  cluster: Declared<ClusterDeploymentSpec>,
  template: Declared<ClusterTemplateSpec> | undefined,
  { inventory, charts }: Pick<ValidateInput, "inventory" | "charts">,
): TemplatePackage | undefined {
  const { namespace = "" } = cluster.manifest.metadata;
  const { template: name } = cluster.spec;
  const { chartRef } = template?.spec.helm ?? {};
  const pin = charts?.get(pinKey({
    namespace: template === undefined
      ? inventory.systemNamespace
      : chartRef?.namespace ?? namespace,
    name: chartRef?.name ?? name,
  }));
  return pin?.kind === "pinned" ? pin.package : undefined;
}

function chartOf(
  template: Declared<ClusterTemplateSpec>,
  inventory: Inventory,
): string | undefined {
  const { chartSpec, chartRef } = template.spec.helm;
  if (chartSpec !== undefined) return chartSpec.chart;
  if (chartRef === undefined) return undefined;
  const key = objectKey(chartRef);
  return inventory.helmCharts.get(key)?.spec.chart ??
    inventory.clusterTemplates.get(key)?.spec.helm.chartSpec?.chart ??
    officialTemplate(chartRef.name)?.chart;
}
