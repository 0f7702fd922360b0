/**
 * Git without a forge: branches whose names match a pattern stand for pull
 * requests. There are no comments and no statuses; a preview shows in its
 * branch and on its page.
 *
 * @module
 */

import { readRemoteBranches, type Remote } from "../../git/mod.ts";
import type { ForgeApi } from "../api.ts";
import type { Forge } from "../forge.ts";
import { ForgeProblem } from "../http/problem.ts";
import { makeForge } from "../make_forge.ts";
import type { PullRequest } from "../pull_request.ts";
import { type BranchPattern, matchesBranch } from "./branch_pattern.ts";

/** A repository without a forge. */
export interface GitSettings {
  readonly remote: Remote;
  /** Which branches stand for pull requests. */
  readonly branches: readonly BranchPattern[];
  readonly signal?: AbortSignal;
}

const PREFIX = "refs/heads/";
/** A preview is a page then, which has room. */
const BUDGET = {
  characters: 1_000_000,
  bytes: 4_000_000,
  dialect: "github",
} as const;
/** As many as forges are asked for. */
const MAX_BRANCHES = 1000;

/**
 * Opens a repository without a forge.
 *
 * @param settings The repository, and which branches stand for pull requests.
 * @returns It, as if it were on a forge.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openRemote } from "../../git/mod.ts";
 * const outcome = openRemote("/no/such/repository");
 * if (outcome.kind === "remote") {
 *   const { remote } = outcome;
 *   const forge = openGit({ remote, branches: ["change/*"] });
 *   assertEquals((await forge.listPullRequests("main")).kind, "unreachable");
 * }
 * ```
 */
export function openGit(settings: GitSettings): Forge {
  const api: ForgeApi = {
    kind: "git",
    budget: BUDGET,
    maxDescription: 0,
    pullRequests: (base) => listBranches(settings, base),
    headRef: ({ head }) => ({
      ref: `${PREFIX}${head.branch}`,
      points: "at-head",
    }),
    branchUrl: () => undefined,
    compareUrl: () => undefined,
  };
  return makeForge(api);
}

async function listBranches(
  { remote, branches, signal }: GitSettings,
  base: string,
) {
  const found = await readRemoteBranches(
    remote,
    signal === undefined ? {} : { signal },
  );
  if (found.kind !== "refs") {
    const { kind, reason } = found;
    throw new ForgeProblem({
      kind: kind === "no-access" ? "unauthorized" : "unreachable",
      reason,
    });
  }
  const baseSha = found.refs.get(`${PREFIX}${base}`);
  const pullRequests = [...found.refs]
    .map(([ref, sha]) => ({ branch: ref.slice(PREFIX.length), sha }))
    .filter(({ branch }) => branch !== base && matchesBranch(branches, branch))
    .map((head) => pullRequestOf(head, { branch: base, sha: baseSha }));
  return {
    pullRequests: pullRequests.slice(0, MAX_BRANCHES),
    truncated: pullRequests.length > MAX_BRANCHES,
  };
}

function pullRequestOf(
  head: PullRequest["head"],
  base: PullRequest["base"],
): PullRequest {
  return {
    id: head.branch,
    title: head.branch,
    url: "",
    base,
    head,
    fork: false,
    draft: false,
    labels: [],
    author: "",
  };
}
