/**
 * A tree from another one and what differs, without a look at the rest.
 *
 * @module
 */

import { type TreeChange, TreePaths } from "../tree/mod.ts";
import { fastImport } from "./fast_import.ts";
import { quotePath } from "./quote_path.ts";
import type { Repository } from "./repository.ts";

/**
 * Changes a tree.
 *
 * @param repository Where the objects go; no ref is made or moved.
 * @param changes What is other than in the tree of that commit.
 * @param options The commit to start from; left out, the empty tree.
 * @returns The tree's name.
 * @throws {RangeError} If a path may not stand in a tree.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { initRepository } from "./repository.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * const file = { kind: "file", path: "a", text: "hello\n" } as const;
 * assertEquals(
 *   await editTree(repository, [file]),
 *   "0976950c1fdbcb52435a433913017bf044b3a58f",
 * );
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export function editTree(
  repository: Repository,
  changes: AsyncIterable<TreeChange> | Iterable<TreeChange>,
  options: { from?: string | undefined; signal?: AbortSignal } = {},
): Promise<string> {
  return fastImport(repository, async (writer) => {
    const paths = new TreePaths();
    for await (const change of changes) {
      const problem = paths.add(change.path);
      if (problem !== undefined) {
        throw new RangeError(
          `Cannot write ${JSON.stringify(change.path)}: ${problem}`,
        );
      }
      const path = quotePath(change.path);
      if (change.kind === "gone") await writer.command(`D ${path}`);
      else {
        await writer.command(`M 100644 inline ${path}`);
        await writer.data(change.text);
      }
    }
  }, options);
}
