/**
 * What a commit or tree holds, as a stream.
 *
 * @module
 */

import { failure, spawnGit } from "./git.ts";
import { readRecords } from "./records.ts";
import { isOid } from "./ref.ts";
import type { Repository } from "./repository.ts";

/** One entry of a tree, at any depth. */
export interface TreeItem {
  /** `040000` directory, `100644` or `100755` file, `120000` link, `160000` submodule. */
  readonly mode: string;
  readonly type: string;
  readonly oid: string;
  /** The size in bytes; 0 for anything but a file or link. */
  readonly size: number;
  /** The path from the root, with `/`. */
  readonly path: string;
}

/**
 * Lists a tree with all that is below it; directories are entries as well.
 *
 * @param repository Where it is.
 * @param oid The full name of a commit or tree.
 * @param options What ends the work early.
 * @returns The entries, in git's order.
 * @throws {RangeError} If the name is no object's full name.
 * @throws {GitError} If there is no such tree.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { initRepository } from "./repository.ts";
 * import { writeTree } from "./write_tree.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * const tree = await writeTree(repository, [{ kind: "file", path: "a/b", text: "" }]);
 * const paths = (await Array.fromAsync(listTree(repository, tree))).map((item) => item.path);
 * assertEquals(paths, ["a", "a/b"]);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function* listTree(
  repository: Repository,
  oid: string,
  options: { signal?: AbortSignal | undefined } = {},
): AsyncGenerator<TreeItem> {
  if (!isOid(oid)) throw new RangeError(`Cannot list "${oid}": it is no tree`);
  const args = ["ls-tree", "-r", "-t", "-l", "-z", "--full-tree", oid];
  const process = spawnGit(args, { directory: repository.directory });
  await process.stdin.close();
  try {
    for await (const record of readRecords(process.stdout)) {
      options.signal?.throwIfAborted();
      yield parseRecord(record);
    }
    const { code, stderr } = await process.finished;
    if (code !== 0) throw failure(args, stderr);
  } finally {
    process.kill();
    await process.finished;
  }
}

/** `<mode> SP <type> SP <oid> SP <padded size or -> TAB <path>` */
function parseRecord(record: string): TreeItem {
  const tab = record.indexOf("\t");
  const [mode = "", type = "", oid = "", size = ""] = record.slice(0, tab)
    .split(/ +/);
  return {
    mode,
    type,
    oid,
    size: size === "-" ? 0 : Number(size),
    path: record.slice(tab + 1),
  };
}
