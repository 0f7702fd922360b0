/**
 * Fetching of commits with all that came before them.
 *
 * @module
 */

import { withClaim } from "./claim.ts";
import { runGit } from "./git.ts";
import { branchRef, isOid, isRef } from "./ref.ts";
import type { Remote } from "./remote.ts";
import { type Unreachable, unreachable } from "./remote_failure.ts";
import { type Repository, resolveCommit } from "./repository.ts";

/** A commit that is here now with its history, or why it is not. */
export type FetchHistoryOutcome =
  | { readonly kind: "fetched"; readonly oid: string }
  | { readonly kind: "no-revision"; readonly reason: string }
  | Unreachable;

/**
 * Fetches a commit and its history, into a repository that has nothing without
 * its history.
 *
 * @param repository Where to.
 * @param remote The remote.
 * @param options The branch, the full name of a ref, or that of a commit.
 * @returns The commit, or why it could not be had.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openRemote } from "./remote.ts";
 * import { initRepository } from "./repository.ts";
 * const directory = await Deno.makeTempDir();
 * const empty = await initRepository(`${directory}/empty`);
 * const outcome = openRemote(empty.directory);
 * if (outcome.kind === "remote") {
 *   const repository = await initRepository(`${directory}/mirror`);
 *   const options = { revision: "-x" };
 *   const { kind } = await fetchHistory(repository, outcome.remote, options);
 *   assertEquals(kind, "no-revision");
 * }
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function fetchHistory(
  repository: Repository,
  remote: Remote,
  options: { revision: string; signal?: AbortSignal },
): Promise<FetchHistoryOutcome> {
  const { revision, ...rest } = options;
  const source = isOid(revision) ? revision : refOf(revision);
  if (source === undefined) {
    return {
      kind: "no-revision",
      reason:
        `Cannot read "${revision}" of "${remote.url}": it is no branch, ref or full name of a commit`,
    };
  }
  const kept = `refs/k0render/history/${source}`;
  const { code, stderr } = await withClaim(
    repository,
    () =>
      runGit([
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-write-fetch-head",
        "--no-auto-maintenance",
        "--",
        remote.url,
        `+${source}:${kept}`,
      ], { ...remote.access, ...rest, directory: repository.directory }),
    rest,
  );
  if (code !== 0) return unreachable(remote, stderr);
  const oid = await resolveCommit(repository, kept);
  return oid === undefined
    ? {
      kind: "no-revision",
      reason: `Cannot read "${revision}" of "${remote.url}": it is no commit`,
    }
    : { kind: "fetched", oid };
}

function refOf(revision: string): string | undefined {
  const ref = revision.startsWith("refs/") ? revision : branchRef(revision);
  return isRef(ref) ? ref : undefined;
}
