/**
 * Files that may belong to a vendored chart: which of them do is known only
 * when all paths are.
 *
 * @module
 */

import { chartDirectories, isChartPath, isDryPath } from "../source/mod.ts";

/** Collects files while a tree is listed. */
export class ChartCandidates<Item extends { readonly path: string }> {
  readonly #others: Item[] = [];
  readonly #charts: string[] = [];

  /**
   * Takes note of a file.
   *
   * @param item The file.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * const candidates = new ChartCandidates();
   * for (const path of ["aws/.helmignore", "aws/Chart.yaml", "docs/a.md"]) {
   *   candidates.see({ path });
   * }
   * assertEquals(candidates.ofCharts(), [{ path: "aws/.helmignore" }]);
   * ```
   */
  see(item: Item): void {
    if (isDryPath(item.path)) this.#charts.push(item.path);
    else if (isChartPath(item.path)) this.#others.push(item);
  }

  /**
   * The files that lie in the directory of a chart.
   *
   * @returns Those of them that are not read for definitions anyway.
   */
  ofCharts(): Item[] {
    const directories = chartDirectories(this.#charts);
    return this.#others.filter(({ path }) =>
      directories.some((directory) => path.startsWith(directory))
    );
  }
}
