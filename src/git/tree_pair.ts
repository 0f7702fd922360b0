/**
 * Two rendered trees in a repository, compared without reading what they have
 * in common.
 *
 * @module
 */

import type { TreePair, WantedFile } from "../diff/mod.ts";
import type { Side } from "../model/mod.ts";
import { readBlobsIfThere } from "./blobs.ts";
import { failure, git, spawnGit } from "./git.ts";
import { readRecords } from "./records.ts";
import { isOid } from "./ref.ts";
import type { Repository } from "./repository.ts";

/** So many paths fit into the arguments of one process. */
const MAX_PATHS = 500;

/** The blobs that two trees have at one path; left out where they have none. */
type ChangedBlobs = Readonly<Partial<Record<Side, string>>>;

/**
 * Finds out what differs between two trees.
 *
 * @param repository Where they are.
 * @param trees The full names of two commits or trees.
 * @param options What ends the work early.
 * @returns The pair; it reads files through git.
 * @throws {RangeError} If a name is no object's full name.
 * @throws {GitError} If there is no such tree.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { initRepository } from "./repository.ts";
 * import { writeTree } from "./write_tree.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * const before = await writeTree(repository, [{ kind: "file", path: "a", text: "1" }]);
 * const after = await writeTree(repository, [{ kind: "file", path: "a", text: "2" }]);
 * const pair = await gitTreePair(repository, { before, after });
 * assertEquals(pair.changed, ["a"]);
 * assertEquals(await pair.read("after", [{ path: "a" }]), new Map([["a", "2"]]));
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function gitTreePair(
  repository: Repository,
  trees: Readonly<Record<Side, string>>,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<TreePair> {
  const changed = await diffTree(repository, trees, options);
  return {
    changed: [...changed.keys()],
    async read(side, files) {
      const known = files.flatMap(({ path, oid }) => {
        const blobs = changed.get(path);
        const name = blobs === undefined ? oid : blobs[side];
        return name === undefined ? [] : [[path, name] as const];
      });
      const strays = files.filter(({ path, oid }) =>
        oid === undefined && !changed.has(path)
      );
      const found = await findBlobs(repository, trees[side], strays);
      return await readTexts(repository, [...known, ...found], options);
    },
  };
}

async function diffTree(
  repository: Repository,
  { before, after }: Readonly<Record<Side, string>>,
  { signal }: { signal?: AbortSignal | undefined },
): Promise<ReadonlyMap<string, ChangedBlobs>> {
  const stray = [before, after].find((oid) => !isOid(oid));
  if (stray !== undefined) {
    throw new RangeError(`Cannot compare "${stray}": it is no tree`);
  }
  const args = [
    "diff-tree",
    "-r",
    "-z",
    "--raw",
    "--no-renames",
    before,
    after,
  ];
  const process = spawnGit(args, { directory: repository.directory });
  await process.stdin.close();
  const changed = new Map<string, ChangedBlobs>();
  try {
    let status: string | undefined;
    for await (const record of readRecords(process.stdout)) {
      signal?.throwIfAborted();
      if (status === undefined) status = record;
      else {
        changed.set(record, parseStatus(status));
        status = undefined;
      }
    }
    const { code, stderr } = await process.finished;
    if (code !== 0) throw failure(args, stderr);
  } finally {
    process.kill();
    await process.finished;
  }
  return changed;
}

/** `:<mode> SP <mode> SP <oid> SP <oid> SP <status>` */
function parseStatus(status: string): ChangedBlobs {
  const [oldMode = "", newMode = "", before = "", after = ""] = status.slice(1)
    .split(" ");
  return {
    ...(isFile(oldMode) ? { before } : {}),
    ...(isFile(newMode) ? { after } : {}),
  };
}

function isFile(mode: string): boolean {
  return mode === "100644" || mode === "100755";
}

/** A record that is the same on both sides, while a file beside it is not. */
async function findBlobs(
  repository: Repository,
  tree: string,
  files: readonly WantedFile[],
): Promise<readonly (readonly [path: string, oid: string])[]> {
  const found: (readonly [path: string, oid: string])[] = [];
  for (let start = 0; start < files.length; start += MAX_PATHS) {
    const paths = files.slice(start, start + MAX_PATHS).map(({ path }) => path);
    const listing = await git(
      ["--literal-pathspecs", "ls-tree", "-z", "--full-tree", tree, ...paths],
      { directory: repository.directory },
    );
    for (const record of listing.split("\0")) {
      const [entry = "", path = ""] = record.split("\t", 2);
      const [mode = "", , oid = ""] = entry.split(" ");
      if (isFile(mode)) found.push([path, oid]);
    }
  }
  return found;
}

async function readTexts(
  repository: Repository,
  files: readonly (readonly [path: string, oid: string])[],
  options: { signal?: AbortSignal | undefined },
): Promise<ReadonlyMap<string, string>> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const texts = new Map<string, string>();
  const oids = files.map(([, oid]) => oid);
  let index = 0;
  for await (const content of readBlobsIfThere(repository, oids, options)) {
    const [path] = files[index++]!;
    if (content !== undefined) texts.set(path, decoder.decode(content));
  }
  return texts;
}
