/**
 * A chart of this machine.
 *
 * @module
 */

import { basename } from "@std/path";
import {
  type ChartFile,
  DEFAULT_CHART_LIMITS,
  loadArchive,
  loadDirectory,
  type LoadedChart,
} from "../templates/mod.ts";

/**
 * Reads a chart.
 *
 * @param path Its directory, or the archive that it is packed in.
 * @returns The chart, or what is wrong with it.
 * @throws {Error} If there is no such file, or it is larger than a chart may be.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const directory = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${directory}/Chart.yaml`, "name: own\nversion: 1.0.0\n");
 * assertEquals((await readChart(directory)).chart?.metadata.name, "own");
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function readChart(path: string): Promise<LoadedChart> {
  const name = basename(path);
  if ((await Deno.stat(path)).isDirectory) {
    return loadDirectory(await readFiles(path), { name });
  }
  return loadArchive(await readBounded(path), { name });
}

async function readFiles(directory: string): Promise<ChartFile[]> {
  const files: ChartFile[] = [];
  await readInto(files, directory, "");
  return files.sort((a, b) => a.path < b.path ? -1 : 1);
}

async function readInto(
  files: ChartFile[],
  directory: string,
  prefix: string,
): Promise<void> {
  for await (const { name, isDirectory, isFile } of Deno.readDir(directory)) {
    const file = `${directory}/${name}`;
    if (isDirectory) await readInto(files, file, `${prefix}${name}/`);
    else if (isFile) {
      if (files.length >= DEFAULT_CHART_LIMITS.maxEntries) {
        throw new Error(
          `Cannot read the chart: it has more than ${files.length} files`,
        );
      }
      files.push({ path: `${prefix}${name}`, bytes: await readBounded(file) });
    }
  }
}

async function readBounded(path: string): Promise<Uint8Array> {
  const { size } = await Deno.stat(path);
  if (size > DEFAULT_CHART_LIMITS.maxArchiveBytes) {
    throw new Error(
      `Cannot read "${path}": it has more than ${DEFAULT_CHART_LIMITS.maxArchiveBytes} bytes`,
    );
  }
  return await Deno.readFile(path);
}
