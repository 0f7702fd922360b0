/**
 * Values that charts take over from those they depend on.
 *
 * @module
 */

import { setField, type ValueMap } from "../../../model/mod.ts";
import type { ActiveChart } from "./active_chart.ts";
import type { HelmVersion } from "./chart.ts";
import { coalesceValues } from "./coalesce.ts";
import { toFloats } from "./floats.ts";
import type { ImportValues } from "./metadata.ts";
import { mergeTables, tableAt } from "./tables.ts";

/**
 * Adds what a chart imports to its defaults; its own win.
 *
 * @param chart The chart, which is changed with those it depends on.
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
 *       {name: db, version: 1.x.x, import-values: [port]}]}`),
 *   },
 *   { path: "charts/db/Chart.yaml", bytes: encode("{name: db, version: 1.0.0}") },
 *   { path: "charts/db/values.yaml", bytes: encode("exports: {port: {dbPort: 5432}}") },
 * ]);
 * if (chart !== undefined) {
 *   const own = activate(chart, 4);
 *   importValues(own, 4);
 *   assertEquals(own.values.dbPort, 5432);
 * }
 * ```
 */
export function importValues(chart: ActiveChart, helm: HelmVersion): void {
  for (const dependency of chart.dependencies) importValues(dependency, helm);
  if (chart.requirements.length === 0) return;
  const values = coalesceValues(chart, {}, { helm, keepNulls: true });
  const imported: ValueMap = {};
  for (const { name, importValues } of chart.requirements) {
    for (const wish of importValues) {
      const found = tableAt(values, `${name}.${childOf(wish)}`);
      if (found === undefined) continue;
      mergeTables(imported, nest(parentOf(wish), found), { keepNulls: true });
    }
  }
  const own = toFloats(values) as ValueMap;
  chart.values = mergeTables(own, imported, { keepNulls: true });
}

function childOf(wish: ImportValues): string {
  return typeof wish === "string" ? `exports.${wish}` : wish.child;
}

function parentOf(wish: ImportValues): string {
  return typeof wish === "string" ? "." : wish.parent;
}

/** A map at a path; a dot alone is the root. */
function nest(path: string, values: ValueMap): ValueMap {
  if (path === ".") return values;
  return path.split(".").reduceRight<ValueMap>((inner, key) => {
    const outer: ValueMap = {};
    setField(outer, key, inner);
    return outer;
  }, values);
}
