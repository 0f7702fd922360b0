/**
 * The Helm charts of the dry source, by name and version.
 *
 * @module
 */

import { type Finding, makeFinding } from "../model/mod.ts";
import {
  type ChartFile,
  type ChartProblem,
  loadMetadata,
} from "./helm/chart/mod.ts";
import { helmPackage, type HelmSettings } from "./helm_package.ts";
import type { TemplatePackage } from "./package.ts";

/** Charts that can be found. */
export interface ChartIndex {
  /** Their names. */
  readonly names: readonly string[];
  /** What is wrong with those that have no name. */
  readonly findings: readonly Finding[];
  /**
   * Finds a chart.
   *
   * @param name Its name.
   * @param version The version to prefer where there are several.
   * @returns The chart as a package.
   */
  find(name: string, version?: string): TemplatePackage | undefined;
}

/**
 * Indexes charts by what their `Chart.yaml` says.
 *
 * @param charts Directory → files.
 * @param options What they are rendered for, and their files that could not be
 * read.
 * @returns The index.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const bytes = new TextEncoder().encode("name: own\nversion: 1.0.0\n");
 * const charts = new Map([["vendor/own", [{ path: "Chart.yaml", bytes }]]]);
 * assertEquals(indexCharts(charts).find("own")?.engine, "helm");
 * ```
 */
export function indexCharts(
  charts: ReadonlyMap<string, readonly ChartFile[]>,
  options: {
    readonly settings?: HelmSettings;
    readonly unreadable?: ReadonlyMap<string, readonly string[]>;
  } = {},
): ChartIndex {
  const { settings = {}, unreadable } = options;
  const packages: TemplatePackage[] = [];
  const findings: Finding[] = [];
  for (const [directory, files] of charts) {
    const { metadata, problems } = loadMetadata(files, { name: directory });
    if (metadata === undefined) findings.push(...problems.map(unusable));
    else {
      packages.push(helmPackage(files, {
        metadata,
        origin: "dry source",
        directory,
        settings,
        unreadable: unreadable?.get(directory) ?? [],
      }));
    }
  }
  return {
    names: packages.map(({ name }) => name),
    findings,
    find(name, version) {
      const found = packages.filter((each) => each.name === name);
      return found.find((each) => each.version === version) ?? found.at(-1);
    },
  };
}

/** Most charts are for services: nothing is lost where one is not usable. */
function unusable(
  { rule, message, template, line, column }: ChartProblem,
): Finding {
  const origin = { file: template, document: 0, line };
  const place = { origin, position: { line, column } };
  return makeFinding(rule, message, { place, severity: "warning" });
}
