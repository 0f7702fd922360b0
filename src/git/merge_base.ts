import { GitError, runGit } from "./git.ts";
import { isOid } from "./ref.ts";
import type { Repository } from "./repository.ts";

/**
 * Finds the newest commit that two commits have in common.
 *
 * @param repository Where they are, with their history.
 * @param commits The full names of both.
 * @returns The commit's full name, or `undefined` where they have none in
 * common, or where the history does not go back that far.
 * @throws {RangeError} If a name is no commit's full name.
 * @throws {GitError} If a commit is not there.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * await assertRejects(() => mergeBase({ directory: "/tmp" }, ["main", "next"]), RangeError);
 * ```
 */
export async function mergeBase(
  repository: Repository,
  [left, right]: readonly [string, string],
): Promise<string | undefined> {
  const stray = [left, right].find((oid) => !isOid(oid));
  if (stray !== undefined) {
    throw new RangeError(`Cannot look for "${stray}": it is no commit's name`);
  }
  const { code, stdout, stderr } = await runGit(
    ["merge-base", left, right],
    { directory: repository.directory },
  );
  if (code === 0) return stdout.trim();
  if (code === 1) return undefined;
  throw new GitError(
    `Cannot find what "${left}" and "${right}" have in common: ${stderr}`,
  );
}
