/**
 * The newest commit of a remote's branch, brought here without its history.
 *
 * @module
 */

import { encodeHex } from "@std/encoding";
import { fetchShallow } from "./fetch_shallow.ts";
import { runGit } from "./git.ts";
import { branchName, branchRef } from "./ref.ts";
import type { Remote } from "./remote.ts";
import { type Unreachable, unreachable } from "./remote_failure.ts";
import { readRemoteBranches, readRemoteRefs } from "./remote_refs.ts";
import type { Repository } from "./repository.ts";

/** What came of fetching a branch. */
export type FetchOutcome =
  | { readonly kind: "fetched"; readonly oid: string }
  | {
    /** The remote has branches, but not this one. */
    readonly kind: "no-branch";
    readonly branches: readonly string[];
    readonly reason: string;
  }
  | { readonly kind: "empty"; readonly reason: string }
  | Unreachable;

/** What came of fetching a ref that need not exist. */
export type FetchRefOutcome =
  | { readonly kind: "fetched"; readonly oid: string | undefined }
  | Unreachable;

/**
 * Fetches the newest commit of a branch.
 *
 * @param repository Where it goes.
 * @param remote Where it comes from.
 * @param options The branch, and what ends the work early.
 * @returns The commit's name, or why there is none.
 * @throws {RangeError} If the branch is no valid name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openRemote } from "./remote.ts";
 * import { initRepository } from "./repository.ts";
 * const directory = await Deno.makeTempDir();
 * const here = await initRepository(`${directory}/here`);
 * const there = await initRepository(`${directory}/there`);
 * const outcome = openRemote(there.directory);
 * if (outcome.kind === "remote") {
 *   const fetched = await fetchBranch(here, outcome.remote, { branch: "main" });
 *   assertEquals(fetched.kind, "empty");
 * }
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function fetchBranch(
  repository: Repository,
  remote: Remote,
  options: { branch: string; signal?: AbortSignal },
): Promise<FetchOutcome> {
  const { branch, ...rest } = options;
  const found = await fetchRef(repository, remote, {
    ref: branchRef(branch),
    ...rest,
  });
  if (found.kind !== "fetched") return found;
  if (found.oid !== undefined) return { kind: "fetched", oid: found.oid };
  return await explainMissing(remote, branch, rest);
}

/**
 * Fetches the newest commit of a ref that need not exist, as the rendered
 * branch before the first render.
 *
 * @param repository Where it goes.
 * @param remote Where it comes from.
 * @param options The ref's full name, and what ends the work early.
 * @returns The commit's name, `undefined` where there is no such ref, or why
 * the remote could not be asked.
 * @throws {RangeError} If the ref is no valid name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openRemote } from "./remote.ts";
 * import { initRepository } from "./repository.ts";
 * const directory = await Deno.makeTempDir();
 * const here = await initRepository(`${directory}/here`);
 * const there = await initRepository(`${directory}/there`);
 * const outcome = openRemote(there.directory);
 * if (outcome.kind === "remote") {
 *   assertEquals(
 *     await fetchRef(here, outcome.remote, { ref: "refs/heads/rendered" }),
 *     { kind: "fetched", oid: undefined },
 *   );
 * }
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function fetchRef(
  repository: Repository,
  remote: Remote,
  options: { ref: string; signal?: AbortSignal },
): Promise<FetchRefOutcome> {
  const { ref, ...rest } = options;
  const before = await readRemoteRefs(remote, [ref], rest);
  if (before.kind !== "refs") return before;
  const oid = before.refs.get(ref);
  const kept = await keptRef(remote, ref);
  if (oid === undefined || oid === await readRef(repository, kept)) {
    return { kind: "fetched", oid };
  }
  const { code, stderr } = await fetchShallow(repository, remote, {
    refspec: `+${ref}:${kept}`,
    ...rest,
  });
  if (code === 0) {
    return { kind: "fetched", oid: await readRef(repository, kept) };
  }
  // The ref may have gone since we asked; that is no failure.
  const after = await readRemoteRefs(remote, [ref], rest);
  return after.kind === "refs" && !after.refs.has(ref)
    ? { kind: "fetched", oid: undefined }
    : unreachable(remote, stderr);
}

/** A name of our own for what was fetched, so that tidying keeps it. */
async function keptRef(remote: Remote, ref: string): Promise<string> {
  const name = new TextEncoder().encode(`${remote.url} ${ref}`);
  const digest = await crypto.subtle.digest("SHA-256", name);
  return `refs/k0render/fetched/${encodeHex(digest)}`;
}

async function readRef(
  repository: Repository,
  ref: string,
): Promise<string | undefined> {
  const { code, stdout } = await runGit(
    ["rev-parse", "--quiet", "--verify", ref],
    { directory: repository.directory },
  );
  return code === 0 ? stdout.trim() : undefined;
}

async function explainMissing(
  remote: Remote,
  branch: string,
  options: { signal?: AbortSignal },
): Promise<FetchOutcome> {
  const found = await readRemoteBranches(remote, options);
  if (found.kind !== "refs") return found;
  const branches = [...found.refs.keys()].map(branchName).sort();
  if (branches.length === 0) {
    return {
      kind: "empty",
      reason:
        `Cannot read branch "${branch}" of "${remote.url}": the repository is empty`,
    };
  }
  return {
    kind: "no-branch",
    branches,
    reason: `Cannot read branch "${branch}" of "${remote.url}": no such branch`,
  };
}
