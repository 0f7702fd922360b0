/**
 * The dry source at the newest commit of a branch.
 *
 * @module
 */

import {
  type CommitInfo,
  fetchBranch,
  formatDate,
  readCommit,
  readTree,
  type Remote,
  type Repository,
} from "../git/mod.ts";
import type { DryTree } from "../source/mod.ts";
import type { Provenance } from "../tree/mod.ts";

/** A dry source as it was committed. */
export interface DryCommit {
  readonly commit: CommitInfo;
  readonly tree: DryTree;
}

/** A dry source, or why it could not be read. */
export type DryCommitOutcome =
  | { readonly kind: "read"; readonly dry: DryCommit }
  | { readonly kind: "unreadable"; readonly reason: string };

/**
 * Fetches a branch of a remote and reads the files of its newest commit.
 *
 * @param repository The mirror of the remote.
 * @param remote The remote.
 * @param options The branch, and what ends the work early.
 * @returns The dry source, or why it could not be read.
 */
export async function readDryCommit(
  repository: Repository,
  remote: Remote,
  options: { branch: string; signal?: AbortSignal },
): Promise<DryCommitOutcome> {
  const fetched = await fetchBranch(repository, remote, options);
  if (fetched.kind !== "fetched") {
    const branches = fetched.kind === "no-branch" && fetched.branches.length > 0
      ? `; it has ${fetched.branches.map((name) => `"${name}"`).join(", ")}`
      : "";
    return { kind: "unreadable", reason: `${fetched.reason}${branches}` };
  }
  const { signal } = options;
  return {
    kind: "read",
    dry: {
      commit: await readCommit(repository, fetched.oid),
      tree: await readTree(
        repository,
        fetched.oid,
        signal === undefined ? {} : { signal },
      ),
    },
  };
}

/**
 * What a rendered tree says about the commit that it was made from.
 *
 * @param commit The dry commit.
 * @param repoURL Where it came from, without credentials.
 * @returns The provenance.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const person = { name: "Ada", email: "a@b.c", date: { seconds: 0, offset: "+0000" } };
 * const { commit } = provenanceOf({
 *   oid: "1".repeat(40), tree: "2".repeat(40), parents: [],
 *   author: person, committer: person, subject: "Add eu1", body: "",
 * }, "https://example.com/fleet.git");
 * assertEquals(commit.author, "Ada <a@b.c>");
 * assertEquals(commit.date, "1970-01-01T00:00:00Z");
 * ```
 */
export function provenanceOf(commit: CommitInfo, repoURL: string): Provenance {
  const { oid, author, subject, body } = commit;
  return {
    commit: {
      sha: oid,
      repoURL,
      author: `${author.name} <${author.email}>`,
      date: formatDate(author.date),
      subject,
      body,
    },
  };
}
