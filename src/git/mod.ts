/**
 * Git: dry sources are read from it, rendered branches written to it, and
 * repositories served from it. Everything goes through the `git` program, in a
 * closed environment and without a work tree.
 *
 * ```text
 * fetchBranch → readCommit, readTree → … → readPrevious → writeTree
 *   → commitTree → publish
 * ```
 *
 * @module
 */

export { readBlobs } from "./blobs.ts";
export * from "./commit.ts";
export * from "./directory.ts";
export * from "./dry_files.ts";
export * from "./edit_tree.ts";
export * from "./fetch.ts";
export * from "./fetch_commit.ts";
export * from "./fetch_history.ts";
export { GitError } from "./git.ts";
export * from "./list_tree.ts";
export * from "./local_repository.ts";
export * from "./merge_base.ts";
export * from "./merge_commits.ts";
export * from "./note.ts";
export * from "./person.ts";
export * from "./previous.ts";
export * from "./publish.ts";
export * from "./push.ts";
export * from "./read_commit.ts";
export * from "./read_tree.ts";
export * from "./ref.ts";
export * from "./remote.ts";
export type { Credentials, RemoteOptions } from "./remote_access.ts";
export type { Unreachable } from "./remote_failure.ts";
export * from "./remote_refs.ts";
export * from "./repository.ts";
export * from "./rules.ts";
export * from "./signing_key.ts";
export * from "./smart_http.ts";
export * from "./tree_pair.ts";
export * from "./version.ts";
export * from "./write_tree.ts";
