/**
 * Refs of a remote, moved by compare-and-swap.
 *
 * A ref moves only from the value that the caller has seen, and all of them
 * move or none. Never a rebase and never a blind force: who lost the race
 * renders again.
 *
 * @module
 */

import { runGit } from "./git.ts";
import { isOid, isRef } from "./ref.ts";
import type { Remote } from "./remote.ts";
import { type Unreachable, unreachable } from "./remote_failure.ts";
import { readRemoteRefs } from "./remote_refs.ts";
import type { Repository } from "./repository.ts";

/** One ref to move. */
export interface RefUpdate {
  /** The full name. */
  readonly ref: string;
  /** What it is to name; `undefined` where it is to go. */
  readonly oid: string | undefined;
  /** What it names now; `undefined` where it must not exist yet. */
  readonly expected: string | undefined;
}

/** What came of a push. */
export type PushOutcome =
  | { readonly kind: "pushed" }
  | {
    /** Somebody else moved one of the refs. */
    readonly kind: "lost-race";
    /** The refs that are not what was expected. */
    readonly moved: readonly string[];
  }
  | { readonly kind: "refused"; readonly reason: string }
  | Unreachable;

/**
 * Moves refs of a remote.
 *
 * @param repository Where the commits are.
 * @param remote Where the refs are.
 * @param options What to move, what ends the work early.
 * @returns What came of it.
 * @throws {RangeError} If a ref or commit is no valid name.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * const updates = [{ ref: "HEAD", oid: "x", expected: undefined }];
 * const remote = { url: "/nowhere", access: {} };
 * await assertRejects(
 *   () => pushRefs({ directory: "/nowhere" }, remote, { updates }),
 *   RangeError,
 * );
 * ```
 */
export async function pushRefs(
  repository: Repository,
  remote: Remote,
  options: { updates: readonly RefUpdate[]; signal?: AbortSignal },
): Promise<PushOutcome> {
  const { updates, ...rest } = options;
  updates.forEach(checkUpdate);
  const { code, stdout, stderr } = await runGit(
    pushArguments(remote, updates),
    { ...remote.access, ...rest, directory: repository.directory },
  );
  if (code === 0) return { kind: "pushed" };
  // What the remote holds now says more than any message, and also covers a
  // connection that broke after the push was taken.
  const refs = updates.map((update) => update.ref);
  const found = await readRemoteRefs(remote, refs, rest);
  if (found.kind !== "refs") return found;
  if (updates.every(({ ref, oid }) => found.refs.get(ref) === oid)) {
    return { kind: "pushed" };
  }
  const moved = updates
    .filter(({ ref, expected }) => found.refs.get(ref) !== expected)
    .map(({ ref }) => ref);
  if (moved.length > 0) return { kind: "lost-race", moved };
  return refusal(remote, stdout, stderr);
}

function checkUpdate({ ref, oid, expected }: RefUpdate): void {
  if (!isRef(ref)) {
    throw new RangeError(`Cannot push "${ref}": it is no valid ref name`);
  }
  const stray = [oid, expected]
    .find((name) => name !== undefined && !isOid(name));
  if (stray !== undefined) {
    throw new RangeError(`Cannot push "${stray}": it is no object's name`);
  }
}

function pushArguments(
  remote: Remote,
  updates: readonly RefUpdate[],
): string[] {
  return [
    "push",
    "--porcelain",
    "--quiet",
    "--no-verify",
    "--no-follow-tags",
    ...(updates.length > 1 ? ["--atomic"] : []),
    ...updates.map(({ ref, expected }) =>
      `--force-with-lease=${ref}:${expected ?? ""}`
    ),
    "--",
    remote.url,
    ...updates.map(({ ref, oid }) => `${oid ?? ""}:${ref}`),
  ];
}

/** Where git names no ref that was rejected, the push did not get that far. */
function refusal(
  remote: Remote,
  stdout: string,
  stderr: string,
): PushOutcome {
  const reasons = rejections(stdout);
  if (reasons.length === 0) return unreachable(remote, stderr);
  const details = [...new Set([...reasons, ...remoteLines(stderr)])].join("; ");
  return {
    kind: "refused",
    reason:
      `Cannot push to "${remote.url}": the remote refused it (${details})`,
  };
}

/** Porcelain lines of rejected refs: `! TAB <from>:<to> TAB <summary>`. */
function rejections(stdout: string): string[] {
  return stdout.split("\n")
    .map((line) => line.split("\t"))
    .filter(([flag]) => flag === "!")
    .map(([, refs = "", summary = ""]) =>
      `${refs.slice(refs.indexOf(":") + 1)} ${summary}`
    );
}

/** What the remote's hooks printed. */
function remoteLines(stderr: string): string[] {
  return stderr.split("\n")
    .filter((line) => line.startsWith("remote: "))
    .map((line) => line.slice("remote: ".length).trim())
    .filter((line) => line !== "");
}
