/**
 * GitHub, and GitHub Enterprise.
 *
 * @module
 */

import type { z } from "zod";
import { encodePath } from "../address.ts";
import type { ForgeApi } from "../api.ts";
import {
  MARKER_CHARACTERS,
  MAX_PULL_REQUEST_PAGES,
  PAGE_SIZE,
} from "../limits.ts";
import type { PullRequest } from "../pull_request.ts";
import type { ForgeSettings } from "../settings.ts";
import { type GitHubAccess, listGitHub, openGitHubAccess } from "./access.ts";
import { gitHubComments } from "./comments.ts";
import { pullRequestsSchema } from "./schemas.ts";

/** GitHub refuses 65,536 characters, and about 256 KiB. */
const BUDGET = {
  characters: 60_000 - MARKER_CHARACTERS,
  bytes: 240_000,
  dialect: "github",
} as const;

/**
 * Opens a repository on GitHub.
 *
 * @param settings Which one, and what opens it.
 * @returns The calls of its API.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const api = await openGitHub({
 *   kind: "github",
 *   repository: "team/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(
 *   api.compareUrl("rendered", "preview/7"),
 *   "https://github.com/team/fleet/compare/rendered...preview/7",
 * );
 * ```
 */
export async function openGitHub(settings: ForgeSettings): Promise<ForgeApi> {
  const access = await openGitHubAccess(settings);
  const { octokit, where, page } = access;
  return {
    kind: "github",
    budget: BUDGET,
    maxDescription: 140,
    comments: gitHubComments(access),
    pullRequests: (base) => listPullRequests(access, base),
    async postStatus({ sha }, { state, context, description, url }) {
      await octokit.rest.repos.createCommitStatus({
        ...where,
        sha,
        state,
        context,
        description,
        target_url: url,
      });
    },
    headRef: ({ id }) => ({ ref: `refs/pull/${id}/head`, points: "at-head" }),
    branchUrl: (branch) => `${page}/tree/${encodePath(branch)}`,
    compareUrl: (base, head) =>
      `${page}/compare/${encodePath(base)}...${encodePath(head)}`,
  };
}

async function listPullRequests(
  { octokit, client, where }: GitHubAccess,
  base: string,
) {
  const { items, truncated } = await listGitHub(client, {
    read: (page) =>
      octokit.rest.pulls.list({
        ...where,
        state: "open",
        base,
        sort: "created",
        direction: "asc",
        per_page: PAGE_SIZE,
        page,
      }),
    schema: pullRequestsSchema,
    maxPages: MAX_PULL_REQUEST_PAGES,
  });
  return { pullRequests: items.map(pullRequestOf), truncated };
}

function pullRequestOf(
  found: z.output<typeof pullRequestsSchema>[number],
): PullRequest {
  const { base, head, number, html_url, user } = found;
  return {
    id: String(number),
    title: found.title,
    url: html_url,
    base: { branch: base.ref, sha: base.sha },
    head: { branch: head.ref, sha: head.sha },
    fork: head.repo?.id !== base.repo?.id,
    draft: found.draft,
    labels: found.labels.map(({ name }) => name),
    author: user?.login ?? "",
    association: found.author_association,
  };
}
