/**
 * What a branch would hold if another were merged into it.
 *
 * @module
 */

import { failure, runGit } from "./git.ts";
import { isOid } from "./ref.ts";
import type { Repository } from "./repository.ts";

/** What came of a merge that nobody made. */
export type MergeOutcome =
  | {
    readonly kind: "merged";
    /** The tree of the merge. */
    readonly tree: string;
  }
  | {
    /** Both sides changed the same, each in its own way. */
    readonly kind: "conflict";
    /** The files that people would have to merge. */
    readonly files: readonly string[];
  }
  /** They have no commit in common. */
  | { readonly kind: "unrelated" };

/**
 * Merges two commits in the object store. No commit is made.
 *
 * @param repository Where both are, with their histories.
 * @param ours The commit to merge into.
 * @param theirs The commit to merge.
 * @returns The tree, or why there is none.
 * @throws {RangeError} If a name is no commit's full name.
 * @throws {GitError} If there is no such commit.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { commitTree } from "./commit.ts";
 * import { initRepository } from "./repository.ts";
 * import { writeTree } from "./write_tree.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * const tree = await writeTree(repository, []);
 * const date = { seconds: 1700000000, offset: "+0000" };
 * const author = { name: "Ada", email: "ada@example.com", date };
 * const commit = await commitTree(repository, { tree, parents: [], author, subject: "Begin" });
 * assertEquals(await mergeCommits(repository, commit, commit), { kind: "merged", tree });
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function mergeCommits(
  repository: Repository,
  ours: string,
  theirs: string,
): Promise<MergeOutcome> {
  const stray = [ours, theirs].find((oid) => !isOid(oid));
  if (stray !== undefined) {
    throw new RangeError(
      `Cannot merge "${stray}": it is no commit's full name`,
    );
  }
  const { directory } = repository;
  const base = await runGit(["merge-base", ours, theirs], { directory });
  if (base.code === 1) return { kind: "unrelated" };
  const args = [
    "merge-tree",
    "--write-tree",
    "--name-only",
    "-z",
    ours,
    theirs,
  ];
  const { code, stdout, stderr } = await runGit(args, { directory });
  if (code > 1) throw failure(args, stderr);
  const [tree = "", ...rest] = stdout.split("\0");
  if (code === 0) return { kind: "merged", tree };
  return { kind: "conflict", files: rest.slice(0, rest.indexOf("")) };
}
