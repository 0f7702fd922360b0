/**
 * What the templates of each chart see.
 *
 * @module
 */

import {
  getField,
  isMap,
  setField,
  type ValueMap,
} from "../../../model/mod.ts";
import { withType } from "../go/type_name.ts";
import type { GoMap, GoValue } from "../go/value.ts";
import type { ActiveChart } from "./active_chart.ts";
import type { HelmVersion } from "./chart.ts";
import { chartObject } from "./chart_object.ts";
import { Files } from "./files_object.ts";

/** A template with what it sees. */
export interface ScopedTemplate {
  /** Its name: the path of its chart, then its own. */
  readonly name: string;
  readonly text: string;
  /** The data of its chart, which all templates of that chart share. */
  readonly data: GoMap;
  /** The directory of the templates of its chart. */
  readonly basePath: string;
}

/** What all charts of a rendering see alike. */
export interface SharedScope {
  readonly helm: HelmVersion;
  readonly release: GoMap;
  readonly capabilities: GoValue;
}

/**
 * Collects the templates of a chart and of those it depends on.
 *
 * @param chart The chart.
 * @param values Its values; those of a dependency under its name.
 * @param shared What all charts see.
 * @returns The templates in the order in which Helm parses and executes them:
 * deep ones first, so that the outer charts define what wins.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { activate } from "./active_chart.ts";
 * import { loadChart } from "./load_chart.ts";
 * const encode = (text: string) => new TextEncoder().encode(text);
 * const { chart } = loadChart([
 *   { path: "Chart.yaml", bytes: encode("name: own\nversion: 1.0.0\n") },
 *   { path: "templates/a.yaml", bytes: encode("a: 1\n") },
 * ]);
 * if (chart !== undefined) {
 *   const shared = { helm: 4, release: {}, capabilities: null } as const;
 *   const templates = scopeTemplates(activate(chart, 4), {}, shared);
 *   assertEquals(templates.map(({ name }) => name), ["own/templates/a.yaml"]);
 * }
 * ```
 */
export function scopeTemplates(
  chart: ActiveChart,
  values: ValueMap,
  shared: SharedScope,
): ScopedTemplate[] {
  const templates: ScopedTemplate[] = [];
  collect({ chart, values, home: chart.name, isRoot: true }, shared, templates);
  return templates.sort(byDepth);
}

interface Site {
  readonly chart: ActiveChart;
  readonly values: ValueMap;
  readonly home: string;
  readonly isRoot: boolean;
}

function collect(
  { chart, values, home, isRoot }: Site,
  shared: SharedScope,
  templates: ScopedTemplate[],
): GoMap {
  const { helm, release, capabilities } = shared;
  const type = helm === 3 ? "chartutil.Values" : "common.Values";
  const subcharts: GoMap = {};
  const data: GoMap = withType({
    Chart: chartObject(chart, { helm, isRoot }),
    Files: new Files(chart.chart.files),
    Release: release,
    Capabilities: capabilities,
    Values: withType<GoMap>(values, type),
    Subcharts: subcharts,
  }, type);
  for (const dependency of chart.dependencies) {
    const { name } = dependency;
    const own = getField(values, name);
    const inner: Site = {
      chart: dependency,
      values: isMap(own) ? own : {},
      home: `${home}/charts/${name}`,
      isRoot: false,
    };
    setField(subcharts, name, collect(inner, shared, templates));
  }
  const isLibrary = chart.chart.metadata.type === "library";
  const basePath = `${home}/templates`;
  for (const { path, text } of chart.chart.templates) {
    if (isLibrary && !isPartial(path)) continue;
    templates.push({ name: `${home}/${path}`, text, data, basePath });
  }
  return data;
}

/**
 * Whether a template only defines what others use.
 *
 * @param name The template's name.
 * @returns Whether the name of its file begins with `_`.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isPartial("own/templates/_helpers.tpl"));
 * ```
 */
export function isPartial(name: string): boolean {
  return name.slice(name.lastIndexOf("/") + 1).startsWith("_");
}

function byDepth(a: ScopedTemplate, b: ScopedTemplate): number {
  const depth = b.name.split("/").length - a.name.split("/").length;
  return depth !== 0 ? depth : a.name > b.name ? -1 : 1;
}
