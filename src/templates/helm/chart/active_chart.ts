/**
 * A chart as one rendering sees it: with the dependencies that are switched on,
 * by the names that they go by.
 *
 * @module
 */

import type { ValueMap } from "../../../model/mod.ts";
import type { Chart, HelmVersion } from "./chart.ts";
import { mergeDocuments } from "./merge_documents.ts";
import type { ChartDependency } from "./metadata.ts";

/** A chart in one rendering. It is changed while dependencies are decided. */
export interface ActiveChart {
  readonly chart: Chart;
  /** Its own name, or the alias that its parent gives it. */
  readonly name: string;
  /** Its defaults, with what it imports from its dependencies. */
  values: ValueMap;
  /** What its `Chart.yaml` says of dependencies, by the names they go by. */
  requirements: readonly ChartDependency[];
  dependencies: readonly ActiveChart[];
}

/**
 * Takes a chart with all it depends on.
 *
 * @param chart The chart.
 * @param helm The Helm to follow: Helm 3 reads one document of `values.yaml`.
 * @param name The name that it goes by.
 * @returns The chart with copies of all that may change.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadChart } from "./load_chart.ts";
 * const bytes = new TextEncoder().encode("name: own\nversion: 1.0.0\n");
 * const { chart } = loadChart([{ path: "Chart.yaml", bytes }]);
 * if (chart !== undefined) assertEquals(activate(chart, 4).name, "own");
 * ```
 */
export function activate(
  chart: Chart,
  helm: HelmVersion,
  name: string = chart.metadata.name,
): ActiveChart {
  return {
    chart,
    name,
    values: defaultsOf(chart, helm),
    requirements: chart.metadata.dependencies,
    dependencies: chart.dependencies.map((each) => activate(each, helm)),
  };
}

/**
 * The default values of a chart.
 *
 * @param chart The chart.
 * @param helm The Helm to follow.
 * @returns A copy of the values.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const chart = { values: [{ a: { b: 1 } }, { a: { c: 2 } }] };
 * assertEquals(defaultsOf(chart, 4), { a: { b: 1, c: 2 } });
 * assertEquals(defaultsOf(chart, 3), { a: { b: 1 } });
 * ```
 */
export function defaultsOf(
  { values }: Pick<Chart, "values">,
  helm: HelmVersion,
): ValueMap {
  return mergeDocuments(helm === 3 ? values.slice(0, 1) : values);
}
