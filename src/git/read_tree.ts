/**
 * A commit as a dry source.
 *
 * Nothing is checked out: links and submodules are names in a list, and a file
 * that is too large is known by its size alone.
 *
 * @module
 */

import type { DryTree } from "../source/mod.ts";
import { readBlobs } from "./blobs.ts";
import { ChartCandidates } from "./chart_candidates.ts";
import { DEFAULT_DRY_LIMITS, DryFiles, type DryLimits } from "./dry_files.ts";
import { listTree, type TreeItem } from "./list_tree.ts";
import type { Repository } from "./repository.ts";

/** How a tree is read. */
export interface ReadTreeOptions {
  readonly limits?: DryLimits;
  readonly signal?: AbortSignal;
}

/**
 * Reads the dry source of a commit.
 *
 * @param repository Where the commit is.
 * @param oid The full name of a commit or tree.
 * @param options How much is read, what ends the work early.
 * @returns The text files, and findings for what cannot be read.
 * @throws {GitError} If there is no such commit.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { initRepository } from "./repository.ts";
 * import { writeTree } from "./write_tree.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * const file = { path: "eu1.yaml", text: "kind: ClusterDeployment\n" };
 * const tree = await writeTree(repository, [{ kind: "file", ...file }]);
 * assertEquals(await readTree(repository, tree), { files: [file], findings: [] });
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function readTree(
  repository: Repository,
  oid: string,
  options: ReadTreeOptions = {},
): Promise<DryTree> {
  const { limits = DEFAULT_DRY_LIMITS, signal } = options;
  const files = new DryFiles(limits);
  const wanted: TreeItem[] = [];
  const candidates = new ChartCandidates<TreeItem>();
  for await (const item of listTree(repository, oid, { signal })) {
    if (item.mode === "120000") files.refuseLink(item.path);
    else if (item.mode === "160000") files.refuseSubmodule(item.path);
    else if (item.type === "blob") {
      candidates.see(item);
      if (files.wants(item.path, item.size)) wanted.push(item);
    }
  }
  const ofCharts = candidates.ofCharts()
    .filter(({ path, size }) => files.wantsOfChart(path, size));
  const oids = [...wanted, ...ofCharts].map((item) => item.oid);
  let index = 0;
  for await (const content of readBlobs(repository, oids, { signal })) {
    const ofChart = ofCharts[index - wanted.length];
    if (ofChart === undefined) files.add(wanted[index]!.path, content);
    else files.addOfChart(ofChart.path, content);
    index++;
  }
  return files.tree();
}
