/**
 * What a file of the dry source is, by its path.
 *
 * @module
 */

import { isVendoredPath, LOCK_PATH } from "../templates/helm/lock/mod.ts";
import { CONFIG_PATH, TEMPLATES_DIRECTORY } from "./dry_tree.ts";

/** What a file is read as. */
export type FileRole =
  | "config"
  | "lock"
  | "template"
  | "chart"
  | "definitions";

const CHART_FILE =
  /^(?:Chart\.yaml|values[^/]*\.ya?ml|(?:templates|crds|charts|ci)\/.*)$/;

/** Which directories of a dry source hold something else than definitions. */
export interface Directories {
  /** Those of vendored Helm charts, with a `/` at the end. */
  readonly charts: readonly string[];
  /** Those of template packages, with a `/` at the end. */
  readonly packages: readonly string[];
}

/**
 * Finds the directories of charts and template packages.
 *
 * @param paths The paths of all files.
 * @returns The directories that have a `Chart.yaml`, and those directly under
 * `templates/` that have a `package.yaml`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const paths = ["vendor/aws/Chart.yaml", "templates/own/package.yaml", "a.yaml"];
 * assertEquals(findDirectories(paths), {
 *   charts: ["vendor/aws/"],
 *   packages: ["templates/own/"],
 * });
 * ```
 */
export function findDirectories(paths: readonly string[]): Directories {
  const packages = paths
    .filter((path) => /^templates\/[^/]+\/package\.yaml$/.test(path))
    .map((path) => path.slice(0, -"package.yaml".length));
  const charts = paths
    .filter((path) => /(?:^|\/)Chart\.yaml$/.test(path))
    .filter((path) => !packages.some((each) => path.startsWith(each)))
    .map((path) => path.slice(0, -"Chart.yaml".length));
  return { charts, packages };
}

/**
 * What a file is read as.
 *
 * Of a chart only the files that Helm itself gives a meaning are set aside,
 * unless `k0render charts vendor` put it there, and under `templates/` only packages and shapes: a stray `Chart.yaml`, or a
 * directory of ClusterTemplates that is called `templates`, hides no
 * definitions.
 *
 * @param path The file's path.
 * @param directories The directories of charts and packages.
 * @returns Its role.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const directories = { charts: ["vendor/aws/"], packages: ["templates/own/"] };
 * assertEquals(fileRole("k0render.yaml", directories), "config");
 * assertEquals(fileRole("vendor/aws/templates/a.yaml", directories), "chart");
 * assertEquals(fileRole("vendor/aws/eu1.yaml", directories), "definitions");
 * const vendored = { charts: ["charts/aws-1.0.0/"], packages: [] };
 * assertEquals(fileRole("charts/aws-1.0.0/files/a.yaml", vendored), "chart");
 * assertEquals(fileRole("templates/own/values.yaml", directories), "template");
 * assertEquals(fileRole("templates/clusters.yaml", directories), "definitions");
 * ```
 */
export function fileRole(path: string, directories: Directories): FileRole {
  if (path === CONFIG_PATH) return "config";
  if (path === LOCK_PATH) return "lock";
  if (isTemplate(path, directories.packages)) return "template";
  const isOfChart = directories.charts.some((directory) =>
    path.startsWith(directory) &&
    (isVendoredPath(directory) ||
      CHART_FILE.test(path.slice(directory.length)))
  );
  return isOfChart ? "chart" : "definitions";
}

function isTemplate(path: string, packages: readonly string[]): boolean {
  if (!path.startsWith(TEMPLATES_DIRECTORY)) return false;
  return path.endsWith(".hbs") ||
    packages.some((directory) => path.startsWith(directory));
}

/**
 * The directories of charts that are to be rendered on their own: those that
 * lie in no other chart. The root is none of them, it holds the definitions.
 *
 * @param paths The paths of all files.
 * @returns The directories, with a `/` at the end.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const paths = ["aws/Chart.yaml", "aws/charts/lib/Chart.yaml", "Chart.yaml"];
 * assertEquals(chartDirectories(paths), ["aws/"]);
 * ```
 */
export function chartDirectories(paths: readonly string[]): string[] {
  const charts = findDirectories(paths).charts.filter((each) => each !== "");
  return charts.filter((directory) =>
    !charts.some((other) => other !== directory && directory.startsWith(other))
  );
}
