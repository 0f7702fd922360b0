/**
 * What a remote's refs are now: one question, no objects.
 *
 * @module
 */

import { runGit } from "./git.ts";
import { isOid, isRef } from "./ref.ts";
import type { Remote } from "./remote.ts";
import { type Unreachable, unreachable } from "./remote_failure.ts";

/** The refs that were asked for, or why they could not be read. */
export type RemoteRefs =
  | {
    readonly kind: "refs";
    /** The refs that exist, by full name. */
    readonly refs: ReadonlyMap<string, string>;
  }
  | Unreachable;

/**
 * Reads refs of a remote.
 *
 * @param remote The remote.
 * @param refs Full names; one that does not exist is left out of the answer.
 * @param options What ends the work early.
 * @returns The refs, or why they could not be read.
 * @throws {RangeError} If a name is no valid ref.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openRemote } from "./remote.ts";
 * const outcome = openRemote("/no/such/repository");
 * if (outcome.kind === "remote") {
 *   const refs = await readRemoteRefs(outcome.remote, ["refs/heads/main"]);
 *   assertEquals(refs.kind, "unreachable");
 * }
 * ```
 */
export async function readRemoteRefs(
  remote: Remote,
  refs: readonly string[],
  options: { signal?: AbortSignal } = {},
): Promise<RemoteRefs> {
  for (const ref of refs) {
    if (!isRef(ref)) {
      throw new RangeError(`Cannot read "${ref}": it is no valid ref name`);
    }
  }
  const found = await list(remote, refs, options);
  if (found.kind !== "refs") return found;
  // Patterns also match at the end of longer names.
  const asked = [...found.refs].filter(([ref]) => refs.includes(ref));
  return { kind: "refs", refs: new Map(asked) };
}

/**
 * Reads all branches of a remote.
 *
 * @param remote The remote.
 * @param options What ends the work early.
 * @returns The branches by full ref name, or why they could not be read.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openRemote } from "./remote.ts";
 * const outcome = openRemote("/no/such/repository");
 * if (outcome.kind === "remote") {
 *   assertEquals((await readRemoteBranches(outcome.remote)).kind, "unreachable");
 * }
 * ```
 */
export function readRemoteBranches(
  remote: Remote,
  options: { signal?: AbortSignal } = {},
): Promise<RemoteRefs> {
  return list(remote, ["refs/heads/*"], options);
}

/**
 * Reads all tags of a remote.
 *
 * @param remote The remote.
 * @param options What ends the work early.
 * @returns The tags by full ref name, or why they could not be read.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openRemote } from "./remote.ts";
 * const outcome = openRemote("/no/such/repository");
 * if (outcome.kind === "remote") {
 *   assertEquals((await readRemoteTags(outcome.remote)).kind, "unreachable");
 * }
 * ```
 */
export function readRemoteTags(
  remote: Remote,
  options: { signal?: AbortSignal } = {},
): Promise<RemoteRefs> {
  return list(remote, ["refs/tags/*"], options);
}

async function list(
  remote: Remote,
  patterns: readonly string[],
  options: { signal?: AbortSignal },
): Promise<RemoteRefs> {
  const { code, stdout, stderr } = await runGit(
    ["ls-remote", "--refs", "--quiet", "--", remote.url, ...patterns],
    { ...remote.access, ...options },
  );
  if (code !== 0) return unreachable(remote, stderr);
  const refs = stdout.split("\n")
    .map((line) => line.split("\t"))
    .filter((pair): pair is [string, string] =>
      pair.length === 2 && isOid(pair[0] ?? "")
    )
    .map(([oid, ref]) => [ref, oid] as const);
  return { kind: "refs", refs: new Map(refs) };
}
