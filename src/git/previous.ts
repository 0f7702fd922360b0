/**
 * What the head of the rendered branch holds.
 *
 * @module
 */

import {
  EMPTY_TREE,
  isRecordPath,
  type PreviousEntry,
  type PreviousTree,
} from "../tree/mod.ts";
import { readBlobs } from "./blobs.ts";
import { GitError } from "./git.ts";
import { listTree, type TreeItem } from "./list_tree.ts";
import type { Repository } from "./repository.ts";

/** Our own records are far smaller; a larger one was not written by us. */
const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/**
 * Reads what a rendered commit holds.
 *
 * @param repository Where the commit is.
 * @param oid The commit's full name; `undefined` for a branch that does not
 * exist yet.
 * @param options What ends the work early.
 * @returns All entries, and the texts of k0render's own records.
 * @throws {GitError} If there is no such commit, or a record is far too large.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { initRepository } from "./repository.ts";
 * import { writeTree } from "./write_tree.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * const file = { kind: "file", path: "flux/unit.json", text: "{}\n" } as const;
 * const tree = await writeTree(repository, [file]);
 * const previous = await readPrevious(repository, tree);
 * assertEquals(previous.entries.map((entry) => entry.path), ["flux", "flux/unit.json"]);
 * assertEquals(previous.records.get("flux/unit.json"), "{}\n");
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function readPrevious(
  repository: Repository,
  oid: string | undefined,
  options: { signal?: AbortSignal } = {},
): Promise<PreviousTree> {
  if (oid === undefined) return EMPTY_TREE;
  const entries: PreviousEntry[] = [];
  const wanted: TreeItem[] = [];
  for await (const item of listTree(repository, oid, options)) {
    entries.push({ path: item.path, mode: item.mode, oid: item.oid });
    if (item.type === "blob" && isRecordPath(item.path)) {
      wanted.push(checkSize(item));
    }
  }
  return { entries, records: await readRecords(repository, wanted, options) };
}

function checkSize(item: TreeItem): TreeItem {
  if (item.size <= MAX_RECORD_BYTES) return item;
  throw new GitError(
    `Cannot read "${item.path}" of the rendered branch: its ${item.size} bytes are more than ${MAX_RECORD_BYTES}`,
  );
}

async function readRecords(
  repository: Repository,
  wanted: readonly TreeItem[],
  options: { signal?: AbortSignal },
): Promise<Map<string, string>> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const records = new Map<string, string>();
  const oids = wanted.map((item) => item.oid);
  let index = 0;
  for await (const content of readBlobs(repository, oids, options)) {
    records.set(wanted[index++]!.path, decoder.decode(content));
  }
  return records;
}
