/**
 * Checks on what templates name as their chart.
 *
 * @module
 */

import type { Declared, HelmSpec } from "../k0rdent/mod.ts";
import { type Finding, formatIdentity, identityOf } from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";

/**
 * Finds chart references that KCM cannot follow, and charts for services from
 * Buckets, which Sveltos cannot read.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ServiceTemplate
 * metadata: {name: a, namespace: b}
 * spec: {helm: {chartRef: {kind: HelmChart, name: a}}}
 * `);
 * const found = [...checkChartReferences(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/unusable-chart-reference"]);
 * ```
 */
export function* checkChartReferences(
  input: ValidateInput,
): Iterable<Finding> {
  const { clusterTemplates, serviceTemplates, providerTemplates } =
    input.inventory;
  for (const template of clusterTemplates.values()) yield* faults(template);
  for (const template of providerTemplates.values()) yield* faults(template);
  for (const template of serviceTemplates.values()) {
    yield* faults(template);
    const source = template.spec.helm?.chartSpec?.sourceRef;
    if (source?.kind !== "Bucket") continue;
    yield report(template, "validate/bucket-chart", {
      field: ["spec", "helm", "chartSpec", "sourceRef", "kind"],
      message: `Cannot deploy the chart of ${
        formatIdentity(identityOf(template.manifest))
      }: it comes from Bucket "${source.name}"`,
    });
  }
}

function* faults(
  template: Declared<{ readonly helm?: HelmSpec }>,
): Iterable<Finding> {
  const reference = template.spec.helm?.chartRef;
  if (reference === undefined) return;
  const object = formatIdentity(identityOf(template.manifest));
  if (reference.kind !== "HelmChart") {
    yield report(template, "validate/unusable-chart-reference", {
      field: ["spec", "helm", "chartRef", "kind"],
      message:
        `Cannot follow the chartRef of ${object}: KCM takes a HelmChart, not a ${reference.kind}`,
    });
  }
  if (reference.namespace === undefined) {
    yield report(template, "validate/unusable-chart-reference", {
      field: ["spec", "helm", "chartRef"],
      message: `Cannot follow the chartRef of ${object}: it names no namespace`,
    });
  }
}
