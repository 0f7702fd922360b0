/**
 * Charts as `helm package` packs them.
 *
 * @module
 */

import { readArchive } from "./archive.ts";
import { catchProblems } from "./chart_error.ts";
import { loadChart, type LoadedChart, type LoadOptions } from "./load_chart.ts";

/**
 * Reads a chart from an archive.
 *
 * @param archive The archive.
 * @param options How large it may be, and what to call it.
 * @returns The chart, or what is wrong with it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { problems } = loadArchive(new Uint8Array(), { name: "own.tgz" });
 * assertEquals(problems.map(({ rule }) => rule.id), ["helm/archive"]);
 * ```
 */
export function loadArchive(
  archive: Uint8Array,
  options: LoadOptions & { readonly name: string },
): LoadedChart {
  const { result, problems } = catchProblems(() =>
    readArchive(archive, options)
  );
  return result === undefined ? { problems } : loadChart(result, options);
}
