/**
 * `.Chart`: what a chart says about itself.
 *
 * @module
 */

import { withType } from "../go/type_name.ts";
import type { GoMap, GoValue } from "../go/value.ts";
import type { ActiveChart } from "./active_chart.ts";
import type { HelmVersion } from "./chart.ts";
import type { ChartDependency, ImportValues, Maintainer } from "./metadata.ts";
import { GoStruct } from "./struct.ts";

/** Whose object it is. */
export interface ChartObjectOptions {
  readonly helm: HelmVersion;
  readonly isRoot: boolean;
}

/**
 * Makes `.Chart`. In Helm 4 it is a map, so that a field which does not exist
 * is empty; in Helm 3 it is a struct, where that is an error.
 *
 * @param chart The chart.
 * @param options The Helm to follow, and whether it is the outermost chart.
 * @returns The object.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { activate } from "./active_chart.ts";
 * import { loadChart } from "./load_chart.ts";
 * const bytes = new TextEncoder().encode("name: own\nversion: 1.0.0\n");
 * const { chart } = loadChart([{ path: "Chart.yaml", bytes }]);
 * if (chart !== undefined) {
 *   const object = chartObject(activate(chart, 4), { helm: 4, isRoot: true });
 *   assertEquals((object as { Name: string }).Name, "own");
 * }
 * ```
 */
export function chartObject(
  chart: ActiveChart,
  { helm, isRoot }: ChartObjectOptions,
): GoValue {
  const struct = helm === 3 ? structOf : mapOf;
  const texts = (list: readonly string[]) =>
    helm === 3 ? withType([...list], "[]string") : [...list];
  const { metadata } = chart.chart;
  const fields: GoMap = {
    Name: chart.name,
    Home: metadata.home,
    Sources: texts(metadata.sources),
    Version: metadata.version,
    Description: metadata.description,
    Keywords: texts(metadata.keywords),
    Maintainers: metadata.maintainers.map((each) =>
      struct("*chart.Maintainer", maintainerFields(each))
    ),
    Icon: metadata.icon,
    APIVersion: metadata.apiVersion,
    Condition: metadata.condition,
    Tags: metadata.tags,
    AppVersion: metadata.appVersion,
    Deprecated: metadata.deprecated,
    Annotations: withType({ ...metadata.annotations }, "map[string]string"),
    KubeVersion: metadata.kubeVersion,
    Dependencies: chart.requirements.map((each) =>
      struct("*chart.Dependency", dependencyFields(each, texts))
    ),
    Type: metadata.type,
    IsRoot: isRoot,
  };
  return struct("struct { chart.Metadata; IsRoot bool }", fields);
}

function structOf(goType: string, fields: GoMap): GoValue {
  return new GoStruct(goType, fields);
}

function mapOf(_goType: string, fields: GoMap): GoValue {
  return fields;
}

function maintainerFields({ name, email, url }: Maintainer): GoMap {
  return { Name: name, Email: email, URL: url };
}

function dependencyFields(
  dependency: ChartDependency,
  texts: (list: readonly string[]) => GoValue,
): GoMap {
  return {
    Name: dependency.name,
    Version: dependency.version,
    Repository: dependency.repository,
    Condition: dependency.condition,
    Tags: texts(dependency.tags),
    Enabled: true,
    ImportValues: dependency.importValues.map(importFields),
    Alias: dependency.alias,
  };
}

function importFields(wish: ImportValues): GoMap {
  const fields = typeof wish === "string"
    ? { child: `exports.${wish}`, parent: "." }
    : { ...wish };
  return withType(fields, "map[string]string");
}
