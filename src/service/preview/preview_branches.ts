/**
 * The branches that show how a change would be rendered.
 *
 * They are pushed by compare-and-swap like any other, but need not be
 * descendants of what they were: each state of a change begins from the rendered
 * branch anew.
 *
 * @module
 */

import {
  branchRef,
  isBranch,
  type PushOutcome,
  pushRefs,
  type Remote,
  type Repository,
} from "../../git/mod.ts";

const PREFIX = "k0render/preview/";

/**
 * The branch of a change in one environment.
 *
 * @param id The pull request.
 * @param environment The environment's name.
 * @returns The branch; `undefined` where Git takes no such name.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(previewBranch("7", "prod"), "k0render/preview/7/prod");
 * assertEquals(previewBranch("change/a", "prod"), "k0render/preview/change%2Fa/prod");
 * ```
 */
export function previewBranch(
  id: string,
  environment: string,
): string | undefined {
  const branch = `${PREFIX}${encodeURIComponent(id)}/${environment}`;
  return isBranch(branch) ? branch : undefined;
}

/**
 * Which change a branch shows.
 *
 * @param branch The branch.
 * @returns The pull request; `undefined` for all other branches.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(previewedBy("k0render/preview/change%2Fa/prod"), "change/a");
 * assertEquals(previewedBy("main"), undefined);
 * ```
 */
export function previewedBy(branch: string): string | undefined {
  if (!branch.startsWith(PREFIX)) return undefined;
  const [id = ""] = branch.slice(PREFIX.length).split("/");
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

/** Preview branches to be, and those that are. */
export interface BranchesToPush {
  /** The branches of one change: name → commit. */
  readonly wanted: ReadonlyMap<string, string>;
  /** The branches of the remote: name → commit. */
  readonly there: ReadonlyMap<string, string>;
  readonly signal?: AbortSignal;
}

/**
 * Pushes the branches of a change.
 *
 * @param repository Where the commits are.
 * @param remote Where they go.
 * @param branches The branches.
 * @returns What came of it.
 */
export async function pushPreviewBranches(
  repository: Repository,
  remote: Remote,
  { wanted, there, ...rest }: BranchesToPush,
): Promise<PushOutcome> {
  const updates = [...wanted].map(([branch, oid]) => ({
    ref: branchRef(branch),
    oid,
    expected: there.get(branch),
  })).filter(({ oid, expected }) => oid !== expected);
  if (updates.length === 0) return { kind: "pushed" };
  return await pushRefs(repository, remote, { updates, ...rest });
}

/**
 * Removes the branches of changes that are not open any more.
 *
 * @param repository A repository of ours.
 * @param remote Where they are.
 * @param options The branches of the remote, and the changes that are open.
 * @returns What came of it.
 */
export async function removePreviewBranches(
  repository: Repository,
  remote: Remote,
  { there, open, ...rest }: {
    readonly there: ReadonlyMap<string, string>;
    readonly open: ReadonlySet<string>;
    readonly signal?: AbortSignal;
  },
): Promise<PushOutcome> {
  const updates = [...there].filter(([branch]) => {
    const id = previewedBy(branch);
    return id !== undefined && !open.has(id);
  }).map(([branch, expected]) => ({
    ref: branchRef(branch),
    oid: undefined,
    expected,
  }));
  if (updates.length === 0) return { kind: "pushed" };
  return await pushRefs(repository, remote, { updates, ...rest });
}
