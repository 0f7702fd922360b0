/**
 * The CRDs that a chart brings outside its templates.
 *
 * @module
 */

import type { ActiveChart } from "./active_chart.ts";
import type { ChartFile } from "./chart_file.ts";

/**
 * The files in `crds/` of a chart and of those it depends on.
 *
 * @param chart The chart.
 * @param home The path of the chart as Helm names it.
 * @returns The files, with their paths as Helm names them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { activate } from "./active_chart.ts";
 * import { loadChart } from "./load_chart.ts";
 * const encode = (text: string) => new TextEncoder().encode(text);
 * const { chart } = loadChart([
 *   { path: "Chart.yaml", bytes: encode("name: own\nversion: 1.0.0\n") },
 *   { path: "crds/a.yaml", bytes: encode("kind: CustomResourceDefinition\n") },
 * ]);
 * if (chart !== undefined) {
 *   const files = crdFiles(activate(chart, 4));
 *   assertEquals(files.map(({ path }) => path), ["own/crds/a.yaml"]);
 * }
 * ```
 */
export function crdFiles(
  chart: ActiveChart,
  home: string = chart.name,
): ChartFile[] {
  const own = chart.chart.files
    .filter(({ path }) => /^crds\/.*\.(?:ya?ml|json)$/i.test(path))
    .map(({ path, bytes }) => ({ path: `${home}/${path}`, bytes }));
  const others = chart.dependencies.flatMap((each) =>
    crdFiles(each, `${home}/charts/${each.name}`)
  );
  return [...own, ...others];
}
