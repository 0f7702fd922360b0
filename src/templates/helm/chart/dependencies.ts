/**
 * Which of the charts that a chart depends on are switched on.
 *
 * @module
 */

import { getField, type ValueMap } from "../../../model/mod.ts";
import type { ActiveChart } from "./active_chart.ts";
import type { HelmVersion } from "./chart.ts";
import { coalesceValues } from "./coalesce.ts";
import { isCompatible } from "./compatible.ts";
import type { ChartDependency } from "./metadata.ts";
import { scalarAt, tableAt } from "./tables.ts";

/**
 * Leaves a chart the dependencies that its values switch on, under the names
 * that they go by. A condition wins over tags.
 *
 * @param chart The chart, which is changed.
 * @param values What it is given.
 * @param helm The Helm to follow.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { activate } from "./active_chart.ts";
 * import { loadChart } from "./load_chart.ts";
 * const encode = (text: string) => new TextEncoder().encode(text);
 * const { chart } = loadChart([
 *   {
 *     path: "Chart.yaml",
 *     bytes: encode(`{name: own, version: 1.0.0, dependencies: [
 *       {name: db, version: 1.x.x, condition: db.enabled}]}`),
 *   },
 *   { path: "charts/db/Chart.yaml", bytes: encode("{name: db, version: 1.0.0}") },
 * ]);
 * if (chart !== undefined) {
 *   const own = activate(chart, 4);
 *   switchDependencies(own, { db: { enabled: false } }, 4);
 *   assertEquals(own.dependencies, []);
 * }
 * ```
 */
export function switchDependencies(
  chart: ActiveChart,
  values: ValueMap,
  helm: HelmVersion,
): void {
  switchBelow(chart, { values, helm, path: "" });
}

interface Site {
  /** The values of the root; those of this chart lie at the path. */
  readonly values: ValueMap;
  readonly helm: HelmVersion;
  /** The keys of the values of this chart, each followed by a dot. */
  readonly path: string;
}

function switchBelow(chart: ActiveChart, { values, helm, path }: Site): void {
  if (chart.requirements.length === 0) return;
  chart.dependencies = namedDependencies(chart);
  chart.requirements = chart.requirements.map((requirement) => ({
    ...requirement,
    name: requirement.alias || requirement.name,
  }));
  const all = coalesceValues(chart, values, { helm, keepNulls: false });
  const off = new Set(
    chart.requirements.filter((each) => !isOn(each, all, path))
      .map(({ name }) => name),
  );
  chart.requirements = chart.requirements.filter(({ name }) => !off.has(name));
  chart.dependencies = chart.dependencies.filter(({ name }) => !off.has(name));
  for (const dependency of chart.dependencies) {
    const inner = { values: all, helm, path: `${path}${dependency.name}.` };
    switchBelow(dependency, inner);
  }
}

/** Those that `Chart.yaml` does not name come first, then those it names. */
function namedDependencies(
  { requirements, dependencies }: ActiveChart,
): ActiveChart[] {
  const unnamed = dependencies.filter((each) =>
    !requirements.some((requirement) => fulfils(each, requirement))
  );
  const named = requirements.flatMap((requirement) => {
    const found = dependencies.find((each) => fulfils(each, requirement));
    if (found === undefined) return [];
    return [copyOf(found, requirement.alias || found.name)];
  });
  return [...unnamed, ...named];
}

/** One chart may be there several times, under different aliases. */
function copyOf(chart: ActiveChart, name: string): ActiveChart {
  const dependencies = chart.dependencies.map((each) =>
    copyOf(each, each.name)
  );
  return { ...chart, name, dependencies };
}

function fulfils(
  { chart }: ActiveChart,
  { name, version }: ChartDependency,
): boolean {
  return chart.metadata.name === name &&
    isCompatible(version, chart.metadata.version);
}

function isOn(
  requirement: ChartDependency,
  values: ValueMap,
  path: string,
): boolean {
  for (const condition of requirement.condition.trim().split(",")) {
    if (condition === "") continue;
    const value = scalarAt(values, `${path}${condition}`);
    if (typeof value === "boolean") return value;
  }
  const tags = tableAt(values, "tags") ?? {};
  const wishes = requirement.tags.map((tag) => getField(tags, tag))
    .filter((wish) => typeof wish === "boolean");
  return wishes.length === 0 || wishes.includes(true);
}
