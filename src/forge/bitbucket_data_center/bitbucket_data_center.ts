/**
 * Bitbucket Data Center.
 *
 * @module
 */

import type { z } from "zod";
import type { ForgeApi } from "../api.ts";
import { sendJson } from "../http/json.ts";
import { MARKER_CHARACTERS, MAX_PULL_REQUEST_PAGES } from "../limits.ts";
import type { PullRequest } from "../pull_request.ts";
import type { ForgeSettings } from "../settings.ts";
import { statusKey } from "../status/status_key.ts";
import {
  type DataCenterAccess,
  listDataCenter,
  openDataCenterAccess,
} from "./access.ts";
import { dataCenterComments } from "./comments.ts";
import { pullRequestsSchema } from "./schemas.ts";

/** Bitbucket refuses 32,768 characters. */
const BUDGET = {
  characters: 30_000 - MARKER_CHARACTERS,
  bytes: 32_000,
  dialect: "bitbucket",
} as const;

const STATES = {
  pending: "INPROGRESS",
  success: "SUCCESSFUL",
  failure: "FAILED",
} as const;

/**
 * Opens a repository on Bitbucket Data Center.
 *
 * @param settings Which one, and what opens it.
 * @returns The calls of its API.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const api = openDataCenter({
 *   kind: "bitbucket-data-center",
 *   url: "https://bitbucket.example",
 *   repository: "PLAT/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(
 *   api.branchUrl("rendered"),
 *   "https://bitbucket.example/projects/PLAT/repos/fleet/browse?at=refs%2Fheads%2Frendered",
 * );
 * ```
 */
export function openDataCenter(settings: ForgeSettings): ForgeApi {
  const access = openDataCenterAccess(settings);
  const { client, page } = access;
  return {
    kind: "bitbucket-data-center",
    budget: BUDGET,
    maxDescription: 255,
    comments: dataCenterComments(access),
    pullRequests: (base) => listPullRequests(access, base),
    async postStatus({ sha }, { state, context, description, url }) {
      await sendJson(client, {
        method: "POST",
        path: `build-status/1.0/commits/${sha}`,
        body: {
          key: statusKey(context),
          name: context,
          state: STATES[state],
          description,
          url,
        },
      });
    },
    headRef: ({ id }) => ({
      ref: `refs/pull-requests/${id}/from`,
      points: "at-head",
    }),
    branchUrl: (branch) => `${page}/browse?at=${fullName(branch)}`,
    compareUrl: (base, head) =>
      `${page}/compare/diff?sourceBranch=${fullName(head)}&targetBranch=${
        fullName(base)
      }`,
  };
}

function fullName(branch: string): string {
  return encodeURIComponent(`refs/heads/${branch}`);
}

async function listPullRequests(access: DataCenterAccess, base: string) {
  const { items, truncated } = await listDataCenter(access.client, {
    path: `${access.path}/pull-requests`,
    query: {
      state: "OPEN",
      direction: "INCOMING",
      at: `refs/heads/${base}`,
      order: "OLDEST",
    },
    schema: pullRequestsSchema,
    maxPages: MAX_PULL_REQUEST_PAGES,
  });
  const pullRequests = items.map((found) => pullRequestOf(access, found));
  return { pullRequests, truncated };
}

function pullRequestOf(
  { page }: DataCenterAccess,
  found: z.output<typeof pullRequestsSchema>["values"][number],
): PullRequest {
  const { id, fromRef, toRef } = found;
  return {
    id: String(id),
    title: found.title,
    url: `${page}/pull-requests/${id}`,
    base: { branch: toRef.displayId, sha: toRef.latestCommit },
    head: { branch: fromRef.displayId, sha: fromRef.latestCommit },
    fork: fromRef.repository.id !== toRef.repository.id,
    draft: found.draft,
    labels: [],
    author: found.author.user.name,
  };
}
