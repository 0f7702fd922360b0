/**
 * GitLab.
 *
 * @module
 */

import type { z } from "zod";
import { encodePath } from "../address.ts";
import type { ForgeApi } from "../api.ts";
import type { CommitStatus, StatusTarget } from "../forge.ts";
import { understand } from "../http/json.ts";
import { problemIn } from "../http/problem.ts";
import {
  MARKER_CHARACTERS,
  MAX_PULL_REQUEST_PAGES,
  PAGE_SIZE,
} from "../limits.ts";
import type { PullRequest } from "../pull_request.ts";
import type { ForgeSettings } from "../settings.ts";
import { type GitLabAccess, listGitLab, openGitLabAccess } from "./access.ts";
import { gitLabComments } from "./comments.ts";
import { mergeRequestsSchema, statusesSchema } from "./schemas.ts";

/** GitLab refuses a million characters. */
const BUDGET = {
  characters: 900_000 - MARKER_CHARACTERS,
  bytes: 900_000,
  dialect: "gitlab",
} as const;

const STATES = {
  pending: "pending",
  success: "success",
  failure: "failed",
} as const;

/**
 * Opens a project on GitLab.
 *
 * @param settings Which one, and what opens it.
 * @returns The calls of its API.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const api = await openGitLab({
 *   kind: "gitlab",
 *   repository: "group/subgroup/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(
 *   api.branchUrl("rendered"),
 *   "https://gitlab.com/group/subgroup/fleet/-/tree/rendered",
 * );
 * ```
 */
export async function openGitLab(settings: ForgeSettings): Promise<ForgeApi> {
  const access = await openGitLabAccess(settings);
  const { page } = access;
  return {
    kind: "gitlab",
    budget: BUDGET,
    maxDescription: 255,
    comments: gitLabComments(access),
    pullRequests: (base) => listMergeRequests(access, base),
    postStatus: (target, status) => postStatus(access, { target, status }),
    headRef: ({ id }) => ({
      ref: `refs/merge-requests/${id}/head`,
      points: "at-head",
    }),
    branchUrl: (branch) => `${page}/-/tree/${encodePath(branch)}`,
    compareUrl: (base, head) =>
      `${page}/-/compare/${encodePath(base)}...${encodePath(head)}`,
  };
}

async function listMergeRequests(access: GitLabAccess, base: string) {
  const { client, mergeRequests, project } = access;
  const { items, truncated } = await listGitLab(client, {
    read: (page) =>
      mergeRequests.all({
        projectId: project,
        state: "opened",
        targetBranch: base,
        orderBy: "created_at",
        sort: "asc",
        perPage: PAGE_SIZE,
        page,
        showExpanded: true,
      }),
    schema: mergeRequestsSchema,
    maxPages: MAX_PULL_REQUEST_PAGES,
  });
  return { pullRequests: items.map(pullRequestOf), truncated };
}

/** GitLab answers 400 to a status that is as it was: it cannot transition. */
async function postStatus(
  access: GitLabAccess,
  { target: { sha }, status }: {
    readonly target: StatusTarget;
    readonly status: CommitStatus;
  },
): Promise<void> {
  const { commits, project } = access;
  const { context: name, description, url: targetUrl } = status;
  const state = STATES[status.state];
  try {
    await commits.editStatus(project, sha, state, {
      name,
      description,
      targetUrl,
    });
  } catch (error) {
    if (problemIn(error)?.status !== 400) throw error;
    if (await currentState(access, { sha, name }) !== state) throw error;
  }
}

async function currentState(
  { client, commits, project }: GitLabAccess,
  { sha, name }: { readonly sha: string; readonly name: string },
): Promise<string | undefined> {
  const json = await commits.allStatuses(project, sha, { name });
  const statuses = understand(client, { json, schema: statusesSchema });
  return statuses.find((status) => status.name === name)?.status;
}

function pullRequestOf(
  found: z.output<typeof mergeRequestsSchema>[number],
): PullRequest {
  return {
    id: String(found.iid),
    title: found.title,
    url: found.web_url,
    base: { branch: found.target_branch },
    head: { branch: found.source_branch, sha: found.sha ?? undefined },
    fork: found.source_project_id !== found.target_project_id,
    draft: found.draft,
    labels: found.labels,
    author: found.author.username,
  };
}
