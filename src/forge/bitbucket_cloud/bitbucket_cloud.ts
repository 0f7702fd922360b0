/**
 * Bitbucket Cloud.
 *
 * @module
 */

import type { z } from "zod";
import { encodePath } from "../address.ts";
import type { ForgeApi } from "../api.ts";
import { readJson, sendJson } from "../http/json.ts";
import { problemIn } from "../http/problem.ts";
import { MARKER_CHARACTERS, MAX_PULL_REQUEST_PAGES } from "../limits.ts";
import type { HeadRef, PullRequest } from "../pull_request.ts";
import type { ForgeSettings } from "../settings.ts";
import { statusKey } from "../status/status_key.ts";
import { type CloudAccess, listCloud, openCloudAccess } from "./access.ts";
import { cloudComments } from "./comments.ts";
import { commitSchema, pullRequestsSchema } from "./schemas.ts";

/** No limit is documented; others report twice as much to be taken. */
const BUDGET = {
  characters: 100_000 - MARKER_CHARACTERS,
  bytes: 100_000,
  dialect: "bitbucket",
} as const;

const STATES = {
  pending: "INPROGRESS",
  success: "SUCCESSFUL",
  failure: "FAILED",
} as const;

/** Bitbucket gives no more pull requests than this at once. */
const PAGE = 50;

type Found = z.output<typeof pullRequestsSchema>["values"][number];

/**
 * Opens a repository on Bitbucket Cloud.
 *
 * @param settings Which one, and what opens it.
 * @returns The calls of its API.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const api = openBitbucketCloud({
 *   kind: "bitbucket-cloud",
 *   repository: "workspace/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(
 *   api.branchUrl("rendered"),
 *   "https://bitbucket.org/workspace/fleet/branch/rendered",
 * );
 * ```
 */
export function openBitbucketCloud(settings: ForgeSettings): ForgeApi {
  const access = openCloudAccess(settings);
  const { client, path, page } = access;
  return {
    kind: "bitbucket-cloud",
    budget: BUDGET,
    maxDescription: 255,
    comments: cloudComments(access),
    pullRequests: (base) => listPullRequests(access, base),
    async postStatus({ sha }, { state, context, description, url }) {
      await sendJson(client, {
        method: "POST",
        path: `${path}/commit/${sha}/statuses/build`,
        body: {
          key: statusKey(context),
          name: context,
          state: STATES[state],
          description,
          url,
        },
      });
    },
    headRef,
    branchUrl: (branch) => `${page}/branch/${encodePath(branch)}`,
    compareUrl: (base, head) =>
      `${page}/branches/compare/${encodeURIComponent(`${head}\r${base}`)}`,
  };
}

/** There are no refs for pull requests: the branch itself has to do. */
function headRef({ head }: PullRequest): HeadRef {
  return {
    ref: `refs/heads/${head.branch}`,
    points: "at-head",
    repository: head.repository,
  };
}

async function listPullRequests(access: CloudAccess, base: string) {
  const { items, truncated } = await listCloud(access.client, {
    path: `${access.path}/pullrequests?state=OPEN&pagelen=${PAGE}&sort=id`,
    schema: pullRequestsSchema,
    maxPages: MAX_PULL_REQUEST_PAGES,
  });
  const pullRequests: PullRequest[] = [];
  for (const found of items) {
    if (found.destination.branch.name !== base) continue;
    const sha = await fullSha(access, found);
    pullRequests.push(pullRequestOf(access, { found, sha }));
  }
  return { pullRequests, truncated };
}

/** Lists have the first twelve characters of a commit's id. */
async function fullSha(
  { client, commits }: CloudAccess,
  { source }: Found,
): Promise<string | undefined> {
  const short = source.commit?.hash;
  const name = source.repository?.full_name;
  if (short === undefined || name === undefined) return undefined;
  const path = `repositories/${encodePath(name)}/commit/${short}`;
  const known = commits.get(path);
  if (known !== undefined) return known;
  try {
    const request = { method: "GET", path, schema: commitSchema } as const;
    const { value: { hash } } = await readJson(client, request);
    commits.set(path, hash);
    return hash;
  } catch (error) {
    // A fork may be closed to us.
    const kind = problemIn(error)?.failure.kind;
    if (kind === "gone" || kind === "unauthorized") return undefined;
    throw error;
  }
}

function pullRequestOf(
  { web }: CloudAccess,
  { found, sha }: { readonly found: Found; readonly sha: string | undefined },
): PullRequest {
  const { source, destination, author } = found;
  const from = source.repository?.full_name;
  const fork = from !== destination.repository?.full_name;
  return {
    id: String(found.id),
    title: found.title,
    url: found.links.html.href,
    base: { branch: destination.branch.name },
    head: {
      branch: source.branch.name,
      sha,
      ...(fork && from !== undefined
        ? { repository: `${web}/${encodePath(from)}.git` }
        : {}),
    },
    fork,
    draft: found.draft,
    labels: [],
    author: author?.nickname ?? author?.display_name ?? "",
  };
}
