/**
 * The HelmChart that KCM makes for a template (kcm-spec 4.1).
 *
 * @module
 */

import {
  type ChartSpec,
  type Declared,
  type HelmSpec,
  MANAGED_LABELS,
  SOURCE_GROUP,
} from "../../k0rdent/mod.ts";
import type { Identity, Manifest, ValueMap } from "../../model/mod.ts";
import type { TemplateLibrary } from "../../templates/mod.ts";
import type { Resolution } from "../resolution.ts";
import { fillShape } from "../shapes.ts";

/** A template with a chart of its own. */
export interface ChartTemplate extends Declared<unknown> {
  /** The namespace of the HelmChart. */
  readonly namespace: string;
  readonly chart: ChartSpec;
}

/**
 * A template, where it has a chart of its own.
 *
 * @param template The template.
 * @param options The HelmChart's namespace; left out, the template's.
 * @returns A list of the template, or an empty one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const template = {
 *   spec: {},
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "ServiceTemplate",
 *     metadata: { name: "base", namespace: "prod" },
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(withChart(template), []);
 * ```
 */
export function withChart(
  template: Declared<{ readonly helm?: HelmSpec }>,
  options: { readonly namespace?: string } = {},
): ChartTemplate[] {
  const chart = template.spec.helm?.chartSpec;
  if (chart === undefined) return [];
  const namespace = options.namespace ??
    template.manifest.metadata.namespace ?? "";
  return [{ ...template, namespace, chart }];
}

/**
 * The identity of a template's HelmChart.
 *
 * @param template The template.
 * @returns The identity; the name is the template's.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../_demo.ts";
 * const declared = known(demoScope().inventory.clusterTemplates.get("prod/docker"));
 * assertEquals(chartIdentity(known(withChart(declared)[0])).name, "docker");
 * ```
 */
export function chartIdentity(template: ChartTemplate): Identity {
  return {
    group: SOURCE_GROUP,
    kind: "HelmChart",
    namespace: template.namespace,
    name: template.manifest.metadata.name,
  };
}

/**
 * Makes the HelmChart of a template.
 *
 * @param library The templates in force.
 * @param template The template.
 * @returns The HelmChart.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../_demo.ts";
 * const { inventory, library } = demoScope();
 * const declared = known(inventory.clusterTemplates.get("prod/docker"));
 * assertEquals(helmChart(library, known(withChart(declared)[0])).kind, "resolved");
 * ```
 */
export function helmChart(
  library: TemplateLibrary,
  template: ChartTemplate,
): Resolution<Manifest> {
  return fillShape(library.shape("flux/helmchart"), {
    identity: chartIdentity(template),
    data: { labels: MANAGED_LABELS, spec: template.chart as ValueMap },
  });
}
