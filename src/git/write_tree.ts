/**
 * Files to a tree, as a stream.
 *
 * @module
 */

import { fastImport, type FastImportWriter } from "./fast_import.ts";
import { quotePath } from "./quote_path.ts";
import { isOid } from "./ref.ts";
import type { Repository } from "./repository.ts";
import { type TreeEntry, TreePaths } from "../tree/mod.ts";

/** What surrounds the writing of a tree. */
export interface WriteTreeOptions {
  /** The tree that the entries are put into; left out, the empty one. */
  readonly base?: string;
  readonly signal?: AbortSignal;
}

/**
 * Writes a tree. Only a few entries are in memory at a time, and the same
 * entries give the same tree whatever their order.
 *
 * @param repository Where the objects go; no ref is made or moved.
 * @param entries What the tree is to hold.
 * @param options What they are put into, and what ends the work early.
 * @returns The tree's name.
 * @throws {RangeError} If a path may not stand in a tree.
 * @throws {GitError} If a graft names an object that is not there.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { initRepository } from "./repository.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * assertEquals(
 *   await writeTree(repository, [{ kind: "file", path: "a", text: "hello\n" }]),
 *   "0976950c1fdbcb52435a433913017bf044b3a58f",
 * );
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export function writeTree(
  repository: Repository,
  entries: AsyncIterable<TreeEntry> | Iterable<TreeEntry>,
  options: WriteTreeOptions = {},
): Promise<string> {
  const { base, signal } = options;
  return fastImport(
    repository,
    async (writer) => {
      if (base !== undefined) await startFrom(writer, base);
      await writeEntries(writer, abortable(entries, signal));
    },
    { signal },
  );
}

/** The empty path is the root. */
async function startFrom(
  writer: FastImportWriter,
  base: string,
): Promise<void> {
  if (!isOid(base)) {
    throw new RangeError(`Cannot start from "${base}": it is no object's name`);
  }
  await writer.command(`M 040000 ${base} ""`);
}

async function writeEntries(
  writer: FastImportWriter,
  entries: AsyncIterable<TreeEntry>,
): Promise<void> {
  const paths = new TreePaths();
  for await (const entry of entries) {
    const problem = paths.add(entry.path);
    if (problem !== undefined) {
      throw new RangeError(
        `Cannot write ${JSON.stringify(entry.path)}: ${problem}`,
      );
    }
    await writeEntry(writer, entry);
  }
}

async function writeEntry(
  writer: FastImportWriter,
  entry: TreeEntry,
): Promise<void> {
  const path = quotePath(entry.path);
  if (entry.kind === "file") {
    await writer.command(`M 100644 inline ${path}`);
    return await writer.data(entry.text);
  }
  const { oid, mode } = entry;
  if (!isOid(oid)) {
    throw new RangeError(`Cannot take over "${oid}": it is no object's name`);
  }
  await writer.command(`M ${mode} ${oid} ${path}`);
}

/**
 * Ends with the signal's reason, even while the source of entries waits: the
 * `abortable` of std would wait for that source to close.
 */
async function* abortable(
  entries: AsyncIterable<TreeEntry> | Iterable<TreeEntry>,
  signal: AbortSignal | undefined,
): AsyncGenerator<TreeEntry> {
  if (signal === undefined) return yield* entries;
  const aborted = Promise.withResolvers<never>();
  aborted.promise.catch(() => {});
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  const iterator = iterate(entries);
  try {
    for (;;) {
      signal.throwIfAborted();
      const next = await Promise.race([iterator.next(), aborted.promise]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener("abort", abort);
    Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

function iterate(
  entries: AsyncIterable<TreeEntry> | Iterable<TreeEntry>,
): AsyncIterator<TreeEntry> | Iterator<TreeEntry> {
  return Symbol.asyncIterator in entries
    ? entries[Symbol.asyncIterator]()
    : entries[Symbol.iterator]();
}
