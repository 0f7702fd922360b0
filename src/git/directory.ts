/**
 * A directory as a dry source.
 *
 * @module
 */

import type { DryTree } from "../source/mod.ts";
import { ChartCandidates } from "./chart_candidates.ts";
import { DEFAULT_DRY_LIMITS, DryFiles } from "./dry_files.ts";
import type { ReadTreeOptions } from "./read_tree.ts";

/**
 * Reads the dry source of a directory. Links are not followed, and `.git` is
 * left alone.
 *
 * @param directory The directory.
 * @param options How much is read, what ends the work early.
 * @returns The text files, and findings for what cannot be read.
 * @throws {Deno.errors.NotFound} If there is no such directory.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const directory = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${directory}/eu1.yaml`, "kind: ClusterDeployment\n");
 * assertEquals((await readDirectory(directory)).files.length, 1);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function readDirectory(
  directory: string,
  options: ReadTreeOptions = {},
): Promise<DryTree> {
  const { limits = DEFAULT_DRY_LIMITS, signal } = options;
  const files = new DryFiles(limits);
  const candidates = new ChartCandidates<{ path: string; size: number }>();
  for await (const path of walk(directory, "", files)) {
    signal?.throwIfAborted();
    const file = `${directory}/${path}`;
    const { size } = await Deno.lstat(file);
    candidates.see({ path, size });
    if (files.wants(path, size)) files.add(path, await Deno.readFile(file));
  }
  for (const { path, size } of candidates.ofCharts()) {
    signal?.throwIfAborted();
    if (!files.wantsOfChart(path, size)) continue;
    files.addOfChart(path, await Deno.readFile(`${directory}/${path}`));
  }
  return files.tree();
}

/** Yields the files below a directory, and tells of the links. */
async function* walk(
  root: string,
  parent: string,
  files: DryFiles,
): AsyncGenerator<string> {
  const entries = await Array.fromAsync(Deno.readDir(`${root}/${parent}`));
  entries.sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  for (const { name, isDirectory, isFile, isSymlink } of entries) {
    const path = parent === "" ? name : `${parent}/${name}`;
    if (isSymlink) files.refuseLink(path);
    else if (isFile) yield path;
    else if (isDirectory && name !== ".git") yield* walk(root, path, files);
  }
}
