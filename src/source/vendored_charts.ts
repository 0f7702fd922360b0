/**
 * The Helm charts that a dry source brings along.
 *
 * @module
 */

import type { ChartFile } from "../templates/mod.ts";
import type { DryTree } from "./dry_tree.ts";
import { chartDirectories } from "./file_role.ts";

/**
 * Collects the files of vendored charts.
 *
 * @param tree The files of the dry source.
 * @returns Directory, without the `/` → files by their paths within it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const files = [{ path: "aws/Chart.yaml", text: "name: aws\n" }];
 * const charts = vendoredCharts({ files, findings: [] });
 * assertEquals(charts.get("aws")?.map(({ path }) => path), ["Chart.yaml"]);
 * ```
 */
export function vendoredCharts(
  { files, chartFiles = [] }: DryTree,
): Map<string, readonly ChartFile[]> {
  const found = new Map<string, readonly ChartFile[]>();
  const encoder = new TextEncoder();
  for (const directory of chartDirectories(files.map(({ path }) => path))) {
    const isIn = ({ path }: { path: string }) => path.startsWith(directory);
    const all = [
      ...files.filter(isIn).map(({ path, text }) => ({
        path,
        bytes: encoder.encode(text),
      })),
      ...chartFiles.filter(isIn),
    ];
    found.set(
      directory.slice(0, -1),
      all.map(({ path, bytes }) => ({
        path: path.slice(directory.length),
        bytes,
      })).sort((a, b) => a.path < b.path ? -1 : 1),
    );
  }
  return found;
}

/**
 * Which files of vendored charts could not be read: a chart that lacks one
 * would be rendered to something else than Helm makes of it.
 *
 * @param tree The dry source.
 * @param charts The directories of the charts.
 * @returns Directory → the paths of such files, where there are any.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(unreadableFiles({ files: [], findings: [] }, ["aws"]).size, 0);
 * ```
 */
export function unreadableFiles(
  { findings }: DryTree,
  charts: Iterable<string>,
): Map<string, readonly string[]> {
  const paths = findings.filter(({ severity }) => severity !== "notice")
    .flatMap(({ place }) => place === undefined ? [] : [place.origin.file]);
  return new Map(
    [...charts].map((directory) =>
      [
        directory,
        paths.filter((path) => path.startsWith(`${directory}/`)),
      ] as const
    ).filter(([, missing]) => missing.length > 0),
  );
}
