/**
 * The way from a template to its HelmChart and the chart's source.
 *
 * @module
 */

import {
  type Declared,
  type HelmSpec,
  SOURCE_GROUP,
} from "../../k0rdent/mod.ts";
import {
  type FieldPath,
  formatIdentity,
  getField,
  getPath,
  type Identity,
  identityOf,
  isMap,
  type Place,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";
import { type Resolution, resolved, unresolved } from "../resolution.ts";
import { RENDER_RULES } from "../rules.ts";
import type { SourceIndex } from "./source_index.ts";

/** A HelmChart and where its chart comes from. */
export interface ChartSource {
  readonly helmChart: Identity;
  /** The HelmChart's spec. */
  readonly chart: ValueMap;
  readonly source: Identity;
  /** The source's spec. */
  readonly sourceSpec: ValueMap;
}

/**
 * Follows a template to its HelmChart and on to the chart's source.
 *
 * @param template The template.
 * @param sources All Flux sources.
 * @returns Both, or why the way ends.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../_demo.ts";
 * const { inventory, sources } = demoScope();
 * const template = known(inventory.clusterTemplates.get("prod/docker"));
 * const found = findHelmChart(template, sources);
 * assertEquals(found.kind, "resolved");
 * ```
 */
export function findHelmChart(
  template: Declared<{ readonly helm: HelmSpec }>,
  sources: SourceIndex,
): Resolution<ChartSource> {
  const found = chartIdentityOf(template);
  if (found.kind === "problem") return found;
  const helmChart = found.result;
  const chart = specOf(sources, helmChart);
  if (chart === undefined) {
    return missing(template, helmChart, ["spec", "helm"]);
  }
  const source = chartSourceOf(chart, helmChart.namespace);
  const sourceSpec = specOf(sources, source);
  return sourceSpec === undefined
    ? missing(template, source, ["spec", "helm"])
    : resolved({ helmChart, chart, source, sourceSpec });
}

/**
 * The HelmChart that a template has or names.
 *
 * @param template The template.
 * @param options The namespace of HelmCharts made for templates without one.
 * @returns The HelmChart's identity, or why there is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../_demo.ts";
 * const template = known(demoScope().inventory.clusterTemplates.get("prod/docker"));
 * const found = chartIdentityOf(template);
 * assertEquals(found.kind === "resolved" && found.result.name, "docker");
 * ```
 */
export function chartIdentityOf(
  template: Declared<{ readonly helm: HelmSpec }>,
): Resolution<Identity> {
  const { chartRef } = template.spec.helm;
  const { name, namespace = "" } = template.manifest.metadata;
  if (chartRef === undefined) {
    return resolved({
      group: SOURCE_GROUP,
      kind: "HelmChart",
      namespace,
      name,
    });
  }
  if (chartRef.kind !== "HelmChart" || chartRef.namespace === undefined) {
    const fault = chartRef.kind === "HelmChart"
      ? "its chartRef has no namespace"
      : `k0rdent takes no chartRef of kind "${chartRef.kind}"`;
    return unresolved(
      RENDER_RULES["render/unusable-template"],
      `Cannot use ${formatIdentity(identityOf(template.manifest))}: ${fault}`,
      placeOf(template, ["spec", "helm", "chartRef"]),
    );
  }
  return resolved({
    group: SOURCE_GROUP,
    kind: "HelmChart",
    namespace: chartRef.namespace,
    name: chartRef.name,
  });
}

/**
 * The source that a HelmChart takes its chart from.
 *
 * @param chart The HelmChart's spec.
 * @param namespace The HelmChart's namespace, which is the source's too.
 * @returns The source's identity.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const chart = { sourceRef: { kind: "HelmRepository", name: "catalog" } };
 * assertEquals(chartSourceOf(chart, "prod").name, "catalog");
 * ```
 */
export function chartSourceOf(chart: Value, namespace: string): Identity {
  return {
    group: SOURCE_GROUP,
    kind: text(getPath(chart, ["sourceRef", "kind"])),
    namespace,
    name: text(getPath(chart, ["sourceRef", "name"])),
  };
}

function specOf(
  sources: SourceIndex,
  identity: Identity,
): ValueMap | undefined {
  const spec = getField(sources.find(identity)?.manifest, "spec");
  return isMap(spec) ? spec : undefined;
}

function missing(
  template: Declared<unknown>,
  wanted: Identity,
  field: FieldPath,
): Resolution<never> {
  return unresolved(
    RENDER_RULES["render/missing-reference"],
    `Cannot use ${formatIdentity(identityOf(template.manifest))}: no ${
      formatIdentity(wanted)
    } is declared`,
    placeOf(template, field),
  );
}

function placeOf(template: Declared<unknown>, field: FieldPath): Place {
  return { origin: template.origin, field };
}

function text(value: Value | undefined): string {
  return typeof value === "string" ? value : "";
}
