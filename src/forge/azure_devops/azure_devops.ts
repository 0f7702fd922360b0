/**
 * Azure DevOps.
 *
 * @module
 */

import type { z } from "zod";
import type { ForgeApi } from "../api.ts";
import type { CommitStatus, StatusTarget } from "../forge.ts";
import { readJson, sendJson } from "../http/json.ts";
import { readPages } from "../http/pages.ts";
import {
  MARKER_CHARACTERS,
  MAX_PULL_REQUEST_PAGES,
  PAGE_SIZE,
} from "../limits.ts";
import type { HeadRef, PullRequest } from "../pull_request.ts";
import type { ForgeSettings } from "../settings.ts";
import { type AzureAccess, openAzureAccess } from "./access.ts";
import { azureComments } from "./comments.ts";
import { iterationsSchema, pullRequestsSchema } from "./schemas.ts";

/** Azure DevOps is said to refuse 150,000 characters. */
const BUDGET = {
  characters: 140_000 - MARKER_CHARACTERS,
  bytes: 140_000,
  dialect: "azure",
} as const;

const STATES = {
  pending: "pending",
  success: "succeeded",
  failure: "failed",
} as const;

/**
 * Opens a repository on Azure DevOps.
 *
 * @param settings Which one, and what opens it.
 * @returns The calls of its API.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const api = openAzureDevOps({
 *   kind: "azure-devops",
 *   repository: "contoso/platform/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(
 *   api.branchUrl("rendered"),
 *   "https://dev.azure.com/contoso/platform/_git/fleet?version=GBrendered",
 * );
 * ```
 */
export function openAzureDevOps(settings: ForgeSettings): ForgeApi {
  const access = openAzureAccess(settings);
  const { page } = access;
  return {
    kind: "azure-devops",
    budget: BUDGET,
    maxDescription: 255,
    comments: azureComments(access),
    pullRequests: (base) => listPullRequests(access, base),
    postStatus: (target, status) => postStatus(access, { target, status }),
    headRef,
    branchUrl: (branch) => `${page}?version=${versionOf(branch)}`,
    compareUrl: (base, head) =>
      `${page}/branchCompare?baseVersion=${versionOf(base)}&targetVersion=${
        versionOf(head)
      }`,
  };
}

function versionOf(branch: string): string {
  return `GB${encodeURIComponent(branch)}`;
}

/** The one ref of a pull request from a fork is its merge into the base. */
function headRef({ id, head, fork }: PullRequest): HeadRef {
  return fork
    ? { ref: `refs/pull/${id}/merge`, points: "at-merge" }
    : { ref: `refs/heads/${head.branch}`, points: "at-head" };
}

async function listPullRequests(access: AzureAccess, base: string) {
  const { client, path } = access;
  const { items, truncated } = await readPages(async (skip) => {
    const { value: { value } } = await readJson(client, {
      method: "GET",
      path: path("pullrequests", {
        "searchCriteria.status": "active",
        "searchCriteria.targetRefName": `refs/heads/${base}`,
        "$top": String(PAGE_SIZE),
        "$skip": skip,
      }),
      schema: pullRequestsSchema,
    });
    // Nothing says that a page is the last one, but that it is empty.
    const next = value.length === 0 ? undefined : Number(skip) + value.length;
    return { items: value, next: next?.toString() };
  }, { first: "0", maxPages: MAX_PULL_REQUEST_PAGES });
  const pullRequests = items.map((found) => pullRequestOf(access, found));
  return { pullRequests, truncated };
}

/** Policies of branches look at statuses of pull requests, not of commits. */
async function postStatus(
  { client, path }: AzureAccess,
  { target, status }: {
    readonly target: StatusTarget;
    readonly status: CommitStatus;
  },
): Promise<void> {
  const { sha, pullRequest } = target;
  const { state, context, description, url: targetUrl } = status;
  const name = context.slice(context.lastIndexOf("/") + 1);
  const genre = context.slice(0, -name.length - 1);
  const body = {
    state: STATES[state],
    description,
    targetUrl,
    context: genre === "" ? { name } : { name, genre },
  };
  if (pullRequest === undefined) {
    const place = path(`commits/${sha}/statuses`);
    await sendJson(client, { method: "POST", path: place, body });
    return;
  }
  // Left out, the status would stay when the next push comes.
  const { value: { value: iterations } } = await readJson(client, {
    method: "GET",
    path: path(`pullRequests/${pullRequest}/iterations`),
    schema: iterationsSchema,
  });
  const iterationId = iterations.findLast(({ sourceRefCommit }) =>
    sourceRefCommit?.commitId === sha
  )?.id;
  await sendJson(client, {
    method: "POST",
    path: path(`pullRequests/${pullRequest}/statuses`),
    body: iterationId === undefined ? body : { ...body, iterationId },
  });
}

function pullRequestOf(
  { page }: AzureAccess,
  found: z.output<typeof pullRequestsSchema>["value"][number],
): PullRequest {
  const { pullRequestId: id, createdBy } = found;
  return {
    id: String(id),
    title: found.title,
    url: `${page}/pullrequest/${id}`,
    base: {
      branch: branchOf(found.targetRefName),
      sha: found.lastMergeTargetCommit?.commitId,
    },
    head: {
      branch: branchOf(found.sourceRefName),
      sha: found.lastMergeSourceCommit?.commitId,
    },
    fork: found.forkSource !== null && found.forkSource !== undefined,
    draft: found.isDraft,
    labels: (found.labels ?? []).map(({ name }) => name),
    author: createdBy.uniqueName ?? createdBy.displayName ?? "",
  };
}

function branchOf(ref: string): string {
  return ref.replace(/^refs\/heads\//, "");
}
