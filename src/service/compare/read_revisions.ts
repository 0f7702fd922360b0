/**
 * Two commits of a dry source.
 *
 * @module
 */

import {
  fetchHistory,
  findRepository,
  mergeBase,
  openRemote,
  readTree,
  type RemoteOptions,
  type Repository,
  resolveCommit,
} from "../../git/mod.ts";
import type { DryTree } from "../../source/mod.ts";
import { openMirror } from "../workspace.ts";

/** Which commits to read. */
export interface RevisionsAddress {
  /** The directory of a repository, or the address of one. */
  readonly source: string;
  readonly base: string;
  readonly head: string;
  /**
   * Whether to read the base itself, not the newest commit that it has in
   * common with the head.
   */
  readonly exactBase?: boolean;
  /** Where mirrors of repositories are kept. */
  readonly cache: string;
  readonly remoteOptions?: RemoteOptions;
  readonly signal?: AbortSignal;
}

/** A commit with its files. */
export interface Revision {
  readonly oid: string;
  readonly tree: DryTree;
}

/** Two commits, or why they could not be read. */
export type RevisionsOutcome =
  | {
    readonly kind: "read";
    readonly before: Revision;
    readonly after: Revision;
  }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Where commits are found, or why there is none of that name. */
type FindCommit = (
  revision: string,
) => Promise<
  | { readonly kind: "found"; readonly oid: string }
  | { readonly kind: "unreadable"; readonly reason: string }
>;

/**
 * Reads two commits. What changed on the base's branch since the head left it
 * is no part of the change: unless asked otherwise, the newest commit that
 * both have in common stands for the base.
 *
 * @param address Which commits.
 * @returns Their files, or why they could not be read.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const outcome = await readRevisions({
 *   source: "ext::sh -c evil",
 *   base: "main",
 *   head: "next",
 *   cache: "/tmp",
 * });
 * assertEquals(outcome.kind, "unreadable");
 * ```
 */
export async function readRevisions(
  address: RevisionsAddress,
): Promise<RevisionsOutcome> {
  const opened = await openCommits(address);
  if (opened.kind === "unreadable") return opened;
  const { repository, find } = opened;
  const base = await find(address.base);
  if (base.kind === "unreadable") return base;
  const head = await find(address.head);
  if (head.kind === "unreadable") return head;
  const start = address.exactBase === true
    ? base.oid
    : await mergeBase(repository, [base.oid, head.oid]);
  if (start === undefined) {
    return {
      kind: "unreadable",
      reason:
        `Cannot find what "${address.base}" and "${address.head}" have in common: the repository may lack their history`,
    };
  }
  return {
    kind: "read",
    before: await readRevision(repository, start, address),
    after: await readRevision(repository, head.oid, address),
  };
}

async function readRevision(
  repository: Repository,
  oid: string,
  { signal }: RevisionsAddress,
): Promise<Revision> {
  const rest = signal === undefined ? {} : { signal };
  return { oid, tree: await readTree(repository, oid, rest) };
}

async function openCommits(
  address: RevisionsAddress,
): Promise<
  | {
    readonly kind: "opened";
    readonly repository: Repository;
    readonly find: FindCommit;
  }
  | { readonly kind: "unreadable"; readonly reason: string }
> {
  const { source, cache, signal } = address;
  const local = await findRepository(source);
  if (local !== undefined) {
    return { kind: "opened", repository: local, find: findIn(local, source) };
  }
  const outcome = openRemote(source, address.remoteOptions);
  if (outcome.kind === "refused") {
    const { reason, remedy } = outcome;
    return { kind: "unreadable", reason: `${reason}. ${remedy}` };
  }
  const { remote } = outcome;
  const repository = await openMirror(cache, remote, { history: true });
  const rest = signal === undefined ? {} : { signal };
  return {
    kind: "opened",
    repository,
    async find(revision) {
      const fetched = await fetchHistory(repository, remote, {
        revision,
        ...rest,
      });
      return fetched.kind === "fetched"
        ? { kind: "found", oid: fetched.oid }
        : { kind: "unreadable", reason: fetched.reason };
    },
  };
}

function findIn(repository: Repository, source: string): FindCommit {
  return async (revision) => {
    const oid = await resolveCommit(repository, revision);
    return oid === undefined
      ? {
        kind: "unreadable",
        reason: `Cannot read "${revision}" of "${source}": no such commit`,
      }
      : { kind: "found", oid };
  };
}
