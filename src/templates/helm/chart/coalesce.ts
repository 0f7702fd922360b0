/**
 * Values over the defaults of a chart and of those it depends on.
 *
 * Helm has two ways to do it. To coalesce lets a null remove a default, to
 * merge keeps the null for a later turn. Helm 4 drops nulls among the defaults
 * of a chart, Helm 3 keeps them.
 *
 * Everything here changes its arguments, as Helm does: hand in copies.
 *
 * @module
 */

import {
  getField,
  isMap,
  setField,
  type Value,
  type ValueMap,
} from "../../../model/mod.ts";
import type { ActiveChart } from "./active_chart.ts";
import type { HelmVersion } from "./chart.ts";
import { chartError } from "./chart_error.ts";
import { HELM_RULES } from "../rules.ts";
import { toFloats } from "./floats.ts";
import { mergeTables, withoutNulls } from "./tables.ts";

/** How values are combined. */
export interface CoalesceOptions {
  readonly helm: HelmVersion;
  /** Whether nulls are kept for a later turn. */
  readonly keepNulls: boolean;
}

const GLOBAL = "global";

/**
 * Puts values over the defaults of a chart and of its dependencies.
 *
 * @param chart The chart.
 * @param values What it is given.
 * @param options How.
 * @returns The values of the chart; those of a dependency under its name.
 * @throws {ChartError} Where a dependency is given something else than a map.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { activate } from "./active_chart.ts";
 * import { loadChart } from "./load_chart.ts";
 * const encode = (text: string) => new TextEncoder().encode(text);
 * const { chart } = loadChart([
 *   { path: "Chart.yaml", bytes: encode("name: own\nversion: 1.0.0\n") },
 *   { path: "values.yaml", bytes: encode("a: {b: 1, c: 2}\n") },
 * ]);
 * if (chart !== undefined) {
 *   const options = { helm: 4, keepNulls: false } as const;
 *   const values = coalesceValues(activate(chart, 4), { a: { b: null } }, options);
 *   assertEquals(values, { a: { c: 2 } });
 * }
 * ```
 */
export function coalesceValues(
  chart: ActiveChart,
  values: ValueMap,
  options: CoalesceOptions,
): ValueMap {
  const result = toFloats(values) as ValueMap;
  coalesceInto(result, chart, options);
  return result;
}

function coalesceInto(
  values: ValueMap,
  chart: ActiveChart,
  options: CoalesceOptions,
): void {
  coalesceDefaults(values, chart, options);
  for (const dependency of chart.dependencies) {
    const { name } = dependency;
    if (getField(values, name) === undefined) setField(values, name, {});
    const own = getField(values, name);
    if (!isMap(own)) {
      throw chartError(
        HELM_RULES["helm/values"],
        `${chart.name}/values.yaml`,
        `Cannot use value "${name}": it must be a map, for chart "${name}"`,
      );
    }
    passGlobals(values, own);
    coalesceInto(own, dependency, options);
  }
}

function coalesceDefaults(
  values: ValueMap,
  chart: ActiveChart,
  { helm, keepNulls }: CoalesceOptions,
): void {
  const dropNulls = helm === 4 && !keepNulls;
  const defaults = toFloats(chart.values) as ValueMap;
  for (const [key, fallback] of Object.entries(defaults)) {
    const value = getField(values, key);
    if (value === undefined) {
      if (dropNulls && fallback === null) continue;
      if (dropNulls) withoutNulls(fallback);
      setField(values, key, fallback);
    } else if (value === null) {
      if (!keepNulls) delete values[key];
    } else if (isMap(value) && isMap(fallback)) {
      // What is meant for a dependency meets that chart's defaults later.
      const isForeign = chart.dependencies.some(({ name }) => name === key);
      if (dropNulls && !isForeign) withoutNulls(fallback);
      mergeTables(value, fallback, { keepNulls: keepNulls || isForeign });
    }
  }
}

/**
 * A parent's globals win over those of the chart it depends on. Where either
 * says null or something else that is no map, nothing is passed.
 */
function passGlobals(from: ValueMap, to: ValueMap): void {
  const { [GLOBAL]: theirs = {} } = to;
  const { [GLOBAL]: ours = {} } = from;
  if (!isMap(theirs) || !isMap(ours)) return;
  for (const [key, value] of Object.entries(ours)) {
    const there = getField(theirs, key);
    const passed = globalValue(value, there);
    if (passed !== undefined) setField(theirs, key, passed);
  }
  setField(to, GLOBAL, theirs);
}

/** The two are not merged where one of them is a map and the other is not. */
function globalValue(
  value: Value,
  there: Value | undefined,
): Value | undefined {
  if (!isMap(value)) return isMap(there) ? undefined : value;
  const copy = { ...value };
  if (there === undefined) return copy;
  if (!isMap(there)) return undefined;
  mergeTables(copy, there, { keepNulls: true });
  return copy;
}
