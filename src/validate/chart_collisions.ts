/**
 * Checks that templates do not share a HelmChart.
 *
 * @module
 */

import type { Declared, HelmSpec, Inventory } from "../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

type Template = Declared<{ readonly helm?: HelmSpec }>;

/**
 * Finds templates of different kinds with one name: KCM makes a HelmChart of
 * that name for each, and they overwrite each other.
 *
 * @param input What to check.
 * @returns The findings, one for each of the templates.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ServiceTemplate
 * metadata: {name: a, namespace: kcm-system}
 * spec: {helm: {chartSpec: {chart: a}}}
 * ---
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ProviderTemplate
 * metadata: {name: a}
 * spec: {helm: {chartSpec: {chart: a}}}
 * `);
 * const found = [...checkChartCollisions(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/chart-collision", "validate/chart-collision"]);
 * ```
 */
export function* checkChartCollisions(
  input: ValidateInput,
): Iterable<Finding> {
  for (const [key, templates] of byChart(input.inventory)) {
    if (templates.length < 2) continue;
    for (const template of templates) {
      const others = templates.filter((other) => other !== template);
      const names = others.map(({ manifest }) =>
        formatIdentity(identityOf(manifest))
      );
      yield report(template, "validate/chart-collision", {
        field: ["metadata", "name"],
        message: `Cannot make HelmChart ${key} for ${
          formatIdentity(identityOf(template.manifest))
        }: ${names.join(" and ")} would make it too`,
        related: others.map(({ origin }) => ({
          place: { origin, field: ["metadata", "name"] },
          message: "The other template",
        })),
      });
    }
  }
}

function byChart(inventory: Inventory): Map<string, Template[]> {
  const charts = new Map<string, Template[]>();
  add(inventory.clusterTemplates, "");
  add(inventory.serviceTemplates, "");
  add(inventory.providerTemplates, `${inventory.systemNamespace}/`);
  return charts;

  function add(templates: ReadonlyMap<string, Template>, prefix: string): void {
    for (const [name, template] of templates) {
      if (template.spec.helm?.chartSpec === undefined) continue;
      const key = `${prefix}${name}`;
      charts.set(key, [...charts.get(key) ?? [], template]);
    }
  }
}
