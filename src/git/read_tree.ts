/**
 * A commit as a dry source.
 *
 * Nothing is checked out: links and submodules are names in a list, and a file
 * that is too large is known by its size alone.
 *
 * @module
 */

import type { DryFile, DryTree } from "../source/mod.ts";
import type { ChartFile } from "../templates/mod.ts";
import { readBlobs } from "./blobs.ts";
import { ChartCandidates } from "./chart_candidates.ts";
import { DEFAULT_DRY_LIMITS, DryFiles, type DryLimits } from "./dry_files.ts";
import { listTree, type TreeItem } from "./list_tree.ts";
import type { Repository } from "./repository.ts";

/** How a tree is read. */
export interface ReadTreeOptions {
  readonly limits?: DryLimits;
  /** Files of a tree that was read before: they are not read again. */
  readonly known?: KnownFiles;
  /** Filled with the files of this tree. */
  readonly found?: KnownFiles;
  readonly signal?: AbortSignal;
}

/** Files of a tree by what they are called and what they hold. */
export interface KnownFiles {
  readonly files: Map<string, DryFile>;
  readonly ofCharts: Map<string, ChartFile>;
}

/**
 * No files.
 *
 * @returns Room for files.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(noFiles().files.size, 0);
 * ```
 */
export function noFiles(): KnownFiles {
  return { files: new Map(), ofCharts: new Map() };
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
  const known = options.known ?? noFiles();
  const found = options.found ?? noFiles();
  await takeFiles(repository, wanted, {
    known: known.files,
    found: found.files,
    add: (path, content) => files.add(path, content),
    addKnown: (file) => files.addKnown(file),
    signal,
  });
  await takeFiles(repository, ofCharts, {
    known: known.ofCharts,
    found: found.ofCharts,
    add: (path, content) => files.addOfChart(path, content),
    addKnown: (file) => files.addKnownOfChart(file),
    signal,
  });
  return files.tree();
}

/** One of the two kinds of files, and what is done with each of them. */
interface Take<File> {
  readonly known: ReadonlyMap<string, File>;
  readonly found: Map<string, File>;
  /** Adds a file that was read just now, if it can be taken. */
  readonly add: (
    path: string,
    content: Uint8Array<ArrayBuffer>,
  ) => File | undefined;
  readonly addKnown: (file: File) => File;
  readonly signal: AbortSignal | undefined;
}

async function takeFiles<File>(
  repository: Repository,
  items: readonly TreeItem[],
  { known, found, add, addKnown, signal }: Take<File>,
): Promise<void> {
  const contents = readBlobs(
    repository,
    items.filter((item) => !known.has(keyOf(item))).map(({ oid }) => oid),
    { signal },
  );
  for (const item of items) {
    const before = known.get(keyOf(item));
    const file = before === undefined
      ? add(item.path, await next(contents))
      : addKnown(before);
    if (file !== undefined) found.set(keyOf(item), file);
  }
  await contents.next();
}

function keyOf({ oid, path }: TreeItem): string {
  return `${oid} ${path}`;
}

async function next(
  contents: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { value } = await contents.next();
  return value!;
}
