/**
 * The schemas of charts, and values that they refuse.
 *
 * @module
 */

import {
  formatPath,
  getField,
  isMap,
  type ValueMap,
} from "../../../model/mod.ts";
import { HELM_RULES } from "../rules.ts";
import type { ActiveChart } from "./active_chart.ts";
import { ChartError, type ChartProblem } from "./chart_error.ts";

/**
 * Checks values against the schemas of a chart and of those it depends on.
 *
 * @param chart The chart.
 * @param values Its values; those of a dependency under its name.
 * @throws {ChartError} Where a schema refuses a value, or is none.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { activate } from "./active_chart.ts";
 * import { ChartError } from "./chart_error.ts";
 * import { loadChart } from "./load_chart.ts";
 * const encode = (text: string) => new TextEncoder().encode(text);
 * const { chart } = loadChart([
 *   { path: "Chart.yaml", bytes: encode("name: own\nversion: 1.0.0\n") },
 *   { path: "values.schema.json", bytes: encode('{"required": ["region"]}') },
 * ]);
 * if (chart !== undefined) {
 *   assertThrows(
 *     () => checkSchemas(activate(chart, 4), {}),
 *     ChartError,
 *     'Cannot use the values: "region" is missing',
 *   );
 * }
 * ```
 */
export function checkSchemas(chart: ActiveChart, values: ValueMap): void {
  const problems = problemsOf({ chart, values, home: chart.name, path: [] });
  if (problems.length > 0) throw new ChartError(problems);
}

interface Site {
  readonly chart: ActiveChart;
  readonly values: ValueMap;
  readonly home: string;
  /** Where its values lie in those of the outermost chart. */
  readonly path: readonly string[];
}

function problemsOf(site: Site): ChartProblem[] {
  const { chart, values, home, path } = site;
  const below = chart.dependencies.flatMap((dependency) => {
    const { name } = dependency;
    const own = getField(values, name);
    if (!isMap(own)) return [];
    return problemsOf({
      chart: dependency,
      values: own,
      home: `${home}/charts/${name}`,
      path: [...path, name],
    });
  });
  return [...ownProblems(site), ...below];
}

function ownProblems({ chart, values, home, path }: Site): ChartProblem[] {
  const { schema } = chart.chart;
  if (schema === undefined) return [];
  const place = {
    rule: HELM_RULES["helm/values"],
    template: `${home}/values.schema.json`,
    line: 1,
    column: 1,
  };
  try {
    return schema.compile().check(values).map(({ field, message }) => {
      const whole = [...path, ...field];
      return { ...place, field: whole, path: formatPath(whole), message };
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `Cannot use the schema of the values: ${reason}`;
    return [{ ...place, rule: HELM_RULES["helm/chart"], message }];
  }
}
