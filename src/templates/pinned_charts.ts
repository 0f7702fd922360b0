/**
 * The charts that `k0render.lock` gives to templates.
 *
 * @module
 */

import type { FindingRule, Identity, Place } from "../model/mod.ts";
import type { TemplatePackage } from "./package.ts";

/** The chart of a template, or why it must not be used. */
export type PinnedChart =
  | {
    readonly kind: "pinned";
    /** The version that was locked, whatever range the template has. */
    readonly version: string;
    /** The chart; left out for those that nothing here expands. */
    readonly package?: TemplatePackage;
  }
  | {
    readonly kind: "refused";
    readonly rule: FindingRule;
    readonly message: string;
    readonly remedy?: string;
    /** Where the template asks for the chart. */
    readonly place: Place;
  };

/**
 * The pinned charts by {@linkcode pinKey} of their HelmCharts. What is not
 * there was never locked.
 */
export type PinnedCharts = ReadonlyMap<string, PinnedChart>;

/**
 * The key of a HelmChart among the pinned charts.
 *
 * @param helmChart The HelmChart that KCM makes for a template, or that the
 * template names.
 * @returns The key.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(pinKey({ namespace: "prod", name: "aws-1-0-43" }), "prod/aws-1-0-43");
 * ```
 */
export function pinKey(
  helmChart: Pick<Identity, "namespace" | "name">,
): string {
  return `${helmChart.namespace}/${helmChart.name}`;
}
