/**
 * What a file of the dry source is, by its path.
 *
 * @module
 */

import { CONFIG_PATH, TEMPLATES_DIRECTORY } from "./dry_tree.ts";

/** What a file is read as. */
export type FileRole = "config" | "template" | "chart" | "definitions";

const CHART_FILE =
  /^(?:Chart\.yaml|values[^/]*\.ya?ml|(?:templates|crds|charts|ci)\/.*)$/;

/**
 * The directories that hold a vendored Helm chart.
 *
 * @param paths The paths of all files.
 * @returns The directories that have a `Chart.yaml`, with a `/` at the end.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(chartDirectories(["vendor/aws/Chart.yaml", "a.yaml"]), ["vendor/aws/"]);
 * ```
 */
export function chartDirectories(paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => /(?:^|\/)Chart\.yaml$/.test(path))
    .filter((path) => !path.startsWith(TEMPLATES_DIRECTORY))
    .map((path) => path.slice(0, -"Chart.yaml".length));
}

/**
 * What a file is read as. Of a chart only the files that Helm itself gives a
 * meaning are set aside: a stray `Chart.yaml` hides no definitions.
 *
 * @param path The file's path.
 * @param charts The directories of charts.
 * @returns Its role.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(fileRole("k0render.yaml", []), "config");
 * assertEquals(fileRole("vendor/aws/templates/a.yaml", ["vendor/aws/"]), "chart");
 * assertEquals(fileRole("vendor/aws/eu1.yaml", ["vendor/aws/"]), "definitions");
 * ```
 */
export function fileRole(path: string, charts: readonly string[]): FileRole {
  if (path === CONFIG_PATH) return "config";
  if (path.startsWith(TEMPLATES_DIRECTORY)) return "template";
  const isOfChart = charts.some((directory) =>
    path.startsWith(directory) && CHART_FILE.test(path.slice(directory.length))
  );
  return isOfChart ? "chart" : "definitions";
}
