/**
 * Dry sources as the sandbox is told of them.
 *
 * @module
 */

import { decodeBase64, encodeBase64 } from "@std/encoding";
import type { DryTree } from "../../source/mod.ts";
import type { ChartFile } from "../../templates/mod.ts";
import type { ToldChartFile, ToldTree } from "./messages.ts";

const NOTHING: DryTree = { files: [], findings: [] };

/**
 * Tells how a dry source differs from another. Files that both have as the
 * same object are taken to be the same without a look at them.
 *
 * @param tree The dry source.
 * @param before What was told before; left out, nothing.
 * @returns What is new, what is other than before, and what is gone.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const file = { path: "a.yaml", text: "a: 1\n" };
 * const before = { files: [file, { path: "b.yaml", text: "" }], findings: [] };
 * const told = tellTree({ files: [file], findings: [] }, before);
 * assertEquals(told, { files: [], chartFiles: [], removed: ["b.yaml"], findings: [] });
 * ```
 */
export function tellTree(tree: DryTree, before: DryTree = NOTHING): ToldTree {
  const known = new Set<unknown>([...before.files, ...before.chartFiles ?? []]);
  const { files, chartFiles = [] } = tree;
  const paths = new Set([...files, ...chartFiles].map(({ path }) => path));
  return {
    files: files.filter((file) => !known.has(file)),
    chartFiles: tellChart(chartFiles.filter((file) => !known.has(file))),
    removed: [...before.files, ...before.chartFiles ?? []]
      .map(({ path }) => path).filter((path) => !paths.has(path)),
    findings: tree.findings,
  };
}

/**
 * The dry source that is told. What is not told again stays the same object,
 * so that what is known of it stays known.
 *
 * @param told What was told.
 * @param before What was told before; left out, nothing.
 * @returns The dry source.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const file = { path: "a.yaml", text: "a: 1\n" };
 * const told = { files: [file], chartFiles: [], removed: [], findings: [] };
 * assertEquals(hearTree(told).files, [file]);
 * ```
 */
export function hearTree(told: ToldTree, before: DryTree = NOTHING): DryTree {
  const chartFiles = hearChart(told.chartFiles);
  const isGone = makeIsGone(told.removed, [...told.files, ...chartFiles]);
  const charts = [
    ...(before.chartFiles ?? []).filter(({ path }) => !isGone(path)),
    ...chartFiles,
  ];
  return {
    files: [
      ...before.files.filter(({ path }) => !isGone(path)),
      ...told.files,
    ],
    findings: told.findings,
    ...(charts.length === 0 ? {} : { chartFiles: charts }),
  };
}

/**
 * Tells the files of a chart.
 *
 * @param files The files.
 * @returns What JSON can hold of them, which is all.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const files = [{ path: "NOTES.txt", bytes: new Uint8Array([104, 105]) }];
 * assertEquals(tellChart(files), [{ path: "NOTES.txt", base64: "aGk=" }]);
 * ```
 */
export function tellChart(files: readonly ChartFile[]): ToldChartFile[] {
  return files.map(({ path, bytes }) => ({
    path,
    base64: encodeBase64(bytes),
  }));
}

/**
 * The files of a chart that were told.
 *
 * @param files What was told.
 * @returns The files.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const [file] = hearChart([{ path: "NOTES.txt", base64: "aGk=" }]);
 * assertEquals(file?.bytes, new Uint8Array([104, 105]));
 * ```
 */
export function hearChart(files: readonly ToldChartFile[]): ChartFile[] {
  return files.map(({ path, base64 }) => ({
    path,
    bytes: decodeBase64(base64),
  }));
}

function makeIsGone(
  removed: readonly string[],
  replaced: readonly { readonly path: string }[],
): (path: string) => boolean {
  const paths = new Set([...removed, ...replaced.map(({ path }) => path)]);
  return (path) => paths.has(path);
}
