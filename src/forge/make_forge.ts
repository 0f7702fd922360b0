/**
 * What all forges have in common, on top of their APIs.
 *
 * @module
 */

import { hiddenMarker } from "../preview/mod.ts";
import type { ForgeApi } from "./api.ts";
import { stickyComments } from "./comment/sticky_comment.ts";
import type { Forge, PullRequestList } from "./forge.ts";
import { catchProblem, ForgeProblem } from "./http/problem.ts";
import { oneLine } from "./one_line.ts";
import { postedStatuses } from "./status/posted_statuses.ts";

/**
 * Makes a forge of its API.
 *
 * @param api The API.
 * @returns The forge.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const forge = makeForge({
 *   kind: "git",
 *   budget: { characters: 0, bytes: 0, dialect: "github" },
 *   maxDescription: 0,
 *   pullRequests: () => Promise.resolve({ pullRequests: [], truncated: false }),
 *   headRef: ({ id }) => ({ ref: `refs/heads/${id}`, points: "at-head" }),
 *   branchUrl: () => undefined,
 *   compareUrl: () => undefined,
 * });
 * const outcome = await forge.putComment("a", { marker: "m", body: "" });
 * assertEquals(outcome, { kind: "unsupported" });
 * ```
 */
export function makeForge(api: ForgeApi): Forge {
  const { kind, budget, comments, maxDescription } = api;
  const put = comments === undefined ? undefined : stickyComments(comments);
  const posted = postedStatuses();
  return {
    kind,
    budget,
    listPullRequests: (base) =>
      catchProblem(async () => inOrder(await api.pullRequests(base))),
    putComment: (pullRequest, comment) =>
      catchProblem(() => {
        if (put === undefined) throw new ForgeProblem({ kind: "unsupported" });
        const marker = hiddenMarker(comment.marker, budget.dialect);
        const text = `${marker}${comment.body}`;
        return put({ pullRequest, marker, text });
      }),
    putStatus: (target, status) =>
      catchProblem(async () => {
        if (posted.has(target, status)) return undefined;
        if (api.postStatus === undefined) {
          throw new ForgeProblem({ kind: "unsupported" });
        }
        const description = oneLine(status.description, maxDescription);
        await api.postStatus(target, { ...status, description });
        posted.add(target, status);
        return undefined;
      }),
    headRef: (pullRequest) => api.headRef(pullRequest),
    branchUrl: (branch) => api.branchUrl(branch),
    compareUrl: (base, head) => api.compareUrl(base, head),
  };
}

function inOrder(list: PullRequestList): PullRequestList {
  const pullRequests = list.pullRequests.toSorted((a, b) =>
    a.id.length - b.id.length || (a.id < b.id ? -1 : 1)
  );
  return { ...list, pullRequests };
}
