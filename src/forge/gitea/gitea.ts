/**
 * Gitea and Forgejo.
 *
 * @module
 */

import type { z } from "zod";
import { encodePath } from "../address.ts";
import type { ForgeApi } from "../api.ts";
import { sendJson } from "../http/json.ts";
import { MARKER_CHARACTERS, MAX_PULL_REQUEST_PAGES } from "../limits.ts";
import type { PullRequest } from "../pull_request.ts";
import type { ForgeSettings } from "../settings.ts";
import { type GiteaAccess, listGitea, openGiteaAccess } from "./access.ts";
import { giteaComments } from "./comments.ts";
import { pullRequestsSchema } from "./schemas.ts";

/** No limit is documented: this is what a page can well show. */
const BUDGET = {
  characters: 100_000 - MARKER_CHARACTERS,
  bytes: 200_000,
  dialect: "gitea",
} as const;

/**
 * Opens a repository on Gitea or Forgejo.
 *
 * @param settings Which one, and what opens it.
 * @returns The calls of its API.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const api = openGitea({
 *   kind: "gitea",
 *   url: "https://codeberg.org",
 *   repository: "team/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(
 *   api.branchUrl("preview/7"),
 *   "https://codeberg.org/team/fleet/src/branch/preview/7",
 * );
 * ```
 */
export function openGitea(settings: ForgeSettings): ForgeApi {
  const access = openGiteaAccess(settings);
  const { client, path, page } = access;
  return {
    kind: "gitea",
    budget: BUDGET,
    maxDescription: 255,
    comments: giteaComments(access),
    pullRequests: (base) => listPullRequests(access, base),
    async postStatus({ sha }, { state, context, description, url }) {
      await sendJson(client, {
        method: "POST",
        path: `${path}/statuses/${sha}`,
        body: { state, context, description, target_url: url },
      });
    },
    headRef: ({ id }) => ({ ref: `refs/pull/${id}/head`, points: "at-head" }),
    branchUrl: (branch) => `${page}/src/branch/${encodePath(branch)}`,
    compareUrl: (base, head) =>
      `${page}/compare/${encodePath(base)}...${encodePath(head)}`,
  };
}

async function listPullRequests(access: GiteaAccess, base: string) {
  const { items, truncated } = await listGitea(access.client, {
    path: `${access.path}/pulls`,
    query: { state: "open", sort: "oldest" },
    schema: pullRequestsSchema,
    maxPages: MAX_PULL_REQUEST_PAGES,
  });
  // Not every version can be asked for those into one branch.
  const pullRequests = items.filter((found) => found.base.ref === base)
    .map(pullRequestOf);
  return { pullRequests, truncated };
}

function pullRequestOf(
  found: z.output<typeof pullRequestsSchema>[number],
): PullRequest {
  const { base, head, number, html_url, user, labels } = found;
  return {
    id: String(number),
    title: found.title,
    url: html_url,
    base: { branch: base.ref, sha: base.sha },
    head: { branch: head.ref, sha: head.sha },
    fork: head.repo_id !== base.repo_id,
    draft: found.draft,
    labels: (labels ?? []).map(({ name }) => name),
    author: user?.login ?? "",
  };
}
