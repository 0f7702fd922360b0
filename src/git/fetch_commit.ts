/**
 * One commit of a remote by its name, brought here without its history.
 *
 * @module
 */

import { fetchShallow } from "./fetch_shallow.ts";
import { isOid } from "./ref.ts";
import type { Remote } from "./remote.ts";
import { type Unreachable, unreachable } from "./remote_failure.ts";
import { type Repository, resolveCommit } from "./repository.ts";

/** A commit that is here now, or why it is not. */
export type FetchCommitOutcome =
  | { readonly kind: "fetched"; readonly oid: string }
  | Unreachable;

/**
 * Fetches a commit, where it is not here already.
 *
 * @param repository Where it goes.
 * @param remote Where it comes from.
 * @param options The commit's full name, and what ends the work early.
 * @returns The commit's name, or why it cannot be had.
 * @throws {RangeError} If the name is no object's full name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openRemote } from "./remote.ts";
 * import { initRepository } from "./repository.ts";
 * const directory = await Deno.makeTempDir();
 * const here = await initRepository(`${directory}/here`);
 * const outcome = openRemote(`${directory}/there`);
 * if (outcome.kind === "remote") {
 *   const oid = "0".repeat(40);
 *   const fetched = await fetchCommit(here, outcome.remote, { oid });
 *   assertEquals(fetched.kind, "unreachable");
 * }
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function fetchCommit(
  repository: Repository,
  remote: Remote,
  options: { oid: string; signal?: AbortSignal },
): Promise<FetchCommitOutcome> {
  const { oid, ...rest } = options;
  if (!isOid(oid)) {
    throw new RangeError(`Cannot fetch "${oid}": it is no commit's full name`);
  }
  if (await resolveCommit(repository, oid) !== undefined) {
    return { kind: "fetched", oid };
  }
  const { code, stderr } = await fetchShallow(repository, remote, {
    refspec: `+${oid}:refs/k0render/commits/${oid}`,
    ...rest,
  });
  return code === 0 ? { kind: "fetched", oid } : unreachable(remote, stderr);
}
