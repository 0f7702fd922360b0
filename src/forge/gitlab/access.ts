/**
 * The way into a project on GitLab.
 *
 * @module
 */

import type {
  Commits,
  MergeRequestNotes,
  MergeRequests,
  Users,
} from "@gitbeaker/rest";
import type { z } from "zod";
import { apiRoot, encodePath, webRoot } from "../address.ts";
import { credentialsFor } from "../credentials_for.ts";
import type { Client } from "../http/client.ts";
import { understand } from "../http/json.ts";
import { type Listing, readPages } from "../http/pages.ts";
import { openClient } from "../open_client.ts";
import type { ForgeSettings } from "../settings.ts";
import { requesterOver } from "./requester.ts";
import { pageSchema } from "./schemas.ts";

/** The way into a project on GitLab. */
export interface GitLabAccess {
  readonly client: Client;
  readonly commits: Commits;
  readonly mergeRequests: MergeRequests;
  readonly notes: MergeRequestNotes;
  readonly users: Users;
  /** The project: all groups and its name. */
  readonly project: string;
  /** The project's page. */
  readonly page: string;
}

/**
 * Opens a project on GitLab.
 *
 * @param settings Which one, and what opens it.
 * @returns The way into it.
 * @throws {TypeError} If the root of the API does not end in `/api/v4`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { client, page } = await openGitLabAccess({
 *   kind: "gitlab",
 *   repository: "group/subgroup/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(client.api.href, "https://gitlab.com/api/v4/");
 * assertEquals(page, "https://gitlab.com/group/subgroup/fleet");
 * ```
 */
export async function openGitLabAccess(
  settings: ForgeSettings,
): Promise<GitLabAccess> {
  const gitbeaker = await import("@gitbeaker/rest");
  const web = webRoot(settings.url ?? "https://gitlab.com");
  const api = apiRoot(settings.apiUrl ?? `${web}/api/v4`);
  const client = openClient(settings, {
    api,
    credentials: credentialsFor(settings, "Bearer"),
  });
  const resource = {
    host: hostOf(api),
    requesterFn: await requesterOver(client),
    // The client has a timeout of its own.
    queryTimeout: null,
  };
  return {
    client,
    commits: new gitbeaker.Commits(resource),
    mergeRequests: new gitbeaker.MergeRequests(resource),
    notes: new gitbeaker.MergeRequestNotes(resource),
    users: new gitbeaker.Users(resource),
    project: settings.repository,
    page: `${web}/${encodePath(settings.repository)}`,
  };
}

/**
 * Reads the pages of a list, up to a bound.
 *
 * @param client The client, for messages.
 * @param list How a page is read, what is on one, and how many are read.
 * @returns The items.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { z } from "zod";
 * const client = {
 *   api: new URL("https://gitlab.example/api/v4/"),
 *   send: () => Promise.reject(new Error("Not here")),
 * };
 * const read = (page: number) => Promise.resolve({
 *   data: [page],
 *   paginationInfo: { next: page === 3 ? null : page + 1 },
 * });
 * const list = { read, schema: z.array(z.number()), maxPages: 9 };
 * assertEquals((await listGitLab(client, list)).items, [1, 2, 3]);
 * ```
 */
export function listGitLab<Item>(
  client: Client,
  list: {
    readonly read: (page: number) => Promise<unknown>;
    readonly schema: z.ZodType<Item[]>;
    readonly maxPages: number;
  },
): Promise<Listing<Item>> {
  const { read, schema, maxPages } = list;
  return readPages(async (page) => {
    const json = await read(Number(page));
    const { data, paginationInfo } = understand(client, {
      json,
      schema: pageSchema,
    });
    const next = paginationInfo.next ?? undefined;
    return {
      items: understand(client, { json: data, schema }),
      next: next === undefined ? undefined : String(next),
    };
  }, { first: "1", maxPages });
}

/** Gitbeaker puts the path of the API behind the host itself. */
function hostOf(api: URL): string {
  if (!api.href.endsWith("/api/v4/")) {
    throw new TypeError(
      'Cannot use the API of GitLab: its root does not end in "/api/v4"',
    );
  }
  return api.href.slice(0, -"/api/v4/".length);
}
