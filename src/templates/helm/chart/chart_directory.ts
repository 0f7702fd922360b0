/**
 * Charts as they lie in a directory.
 *
 * @module
 */

import { catchProblems } from "./chart_error.ts";
import type { ChartFile } from "./chart_file.ts";
import { withoutIgnored } from "./helmignore.ts";
import { loadChart, type LoadedChart, type LoadOptions } from "./load_chart.ts";

/**
 * Reads a chart from a directory, without what its `.helmignore` keeps out.
 *
 * @param files The files of the directory.
 * @param options How large it may be, and what to call it.
 * @returns The chart, or what is wrong with it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const encode = (text: string) => new TextEncoder().encode(text);
 * const { chart } = loadDirectory([
 *   { path: "Chart.yaml", bytes: encode("name: own\nversion: 1.0.0\n") },
 *   { path: ".helmignore", bytes: encode("*.md\n") },
 *   { path: "README.md", bytes: encode("# own\n") },
 * ]);
 * assertEquals(chart?.files.map(({ path }) => path), [".helmignore"]);
 * ```
 */
export function loadDirectory(
  files: readonly ChartFile[],
  options: LoadOptions = {},
): LoadedChart {
  const { result, problems } = catchProblems(() => withoutIgnored(files));
  return result === undefined ? { problems } : loadChart(result, options);
}
