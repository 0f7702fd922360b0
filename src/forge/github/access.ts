/**
 * The way into a repository on GitHub.
 *
 * @module
 */

import type { Octokit } from "@octokit/rest";
import type { z } from "zod";
import { apiRoot, repositoryParts, webRoot } from "../address.ts";
import type { Client } from "../http/client.ts";
import { credentialsFor } from "../credentials_for.ts";
import type { Credentials } from "../http/credentials.ts";
import { understand } from "../http/json.ts";
import { type Listing, nextByLink, readPages } from "../http/pages.ts";
import { openClient } from "../open_client.ts";
import type { ForgeSettings } from "../settings.ts";
import { appCredentials } from "./app_credentials.ts";
import { fetchOverClient } from "./fetch_over_client.ts";
import { SILENT } from "./silent.ts";

/** The way into a repository on GitHub. */
export interface GitHubAccess {
  readonly octokit: Octokit;
  readonly client: Client;
  /** What all calls have in common. */
  readonly where: { readonly owner: string; readonly repo: string };
  /** The repository's page. */
  readonly page: string;
}

const HEADERS = { "x-github-api-version": "2022-11-28" };

/**
 * Opens a repository on GitHub.
 *
 * @param settings Which one, and what opens it.
 * @returns The way into it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { client, page } = await openGitHubAccess({
 *   kind: "github",
 *   repository: "team/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(client.api.href, "https://api.github.com/");
 * assertEquals(page, "https://github.com/team/fleet");
 * ```
 */
export async function openGitHubAccess(
  settings: ForgeSettings,
): Promise<GitHubAccess> {
  const { Octokit } = await import("@octokit/rest");
  const web = webRoot(settings.url ?? "https://github.com");
  const api = apiRoot(settings.apiUrl ?? apiOf(web));
  const [owner, repo] = repositoryParts(settings.repository, 2);
  const credentials = await credentialsOf(settings, { api, repo });
  const client = openClient(settings, { api, credentials, headers: HEADERS });
  const octokit = new Octokit({
    baseUrl: api.href.replace(/\/$/, ""),
    request: { fetch: fetchOverClient(client) },
    log: SILENT,
  });
  const page = `${web}/${encodeURIComponent(owner)}/${
    encodeURIComponent(repo)
  }`;
  return { octokit, client, where: { owner, repo }, page };
}

/**
 * Reads the pages of a list, up to a bound. Octokit's own way to do so has
 * none, and stumbles over answers that are no lists.
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
 *   api: new URL("https://api.github.com/"),
 *   send: () => Promise.reject(new Error("Not here")),
 * };
 * const read = (page: number) => Promise.resolve({
 *   data: [page],
 *   headers: page === 3 ? {} : { link: '<a>; rel="next"' },
 * });
 * const list = { read, schema: z.array(z.number()), maxPages: 9 };
 * assertEquals((await listGitHub(client, list)).items, [1, 2, 3]);
 * ```
 */
export function listGitHub<Item>(
  client: Client,
  list: {
    readonly read: (page: number) => Promise<{
      readonly data: unknown;
      readonly headers: { readonly link?: string };
    }>;
    readonly schema: z.ZodType<Item[]>;
    readonly maxPages: number;
  },
): Promise<Listing<Item>> {
  const { read, schema, maxPages } = list;
  return readPages(async (page) => {
    const { data: json, headers: { link = "" } } = await read(Number(page));
    const more = nextByLink(new Headers({ link })) !== undefined;
    return {
      items: understand(client, { json, schema }),
      next: more ? String(Number(page) + 1) : undefined,
    };
  }, { first: "1", maxPages });
}

/** GitHub's own hosts have the API beside them, others below them. */
function apiOf(web: string): string {
  const { host } = new URL(web);
  return host === "github.com" || host.endsWith(".ghe.com")
    ? `https://api.${host}`
    : `${web}/api/v3`;
}

async function credentialsOf(
  settings: ForgeSettings,
  { api, repo }: { readonly api: URL; readonly repo: string },
): Promise<Credentials> {
  const { credentials } = settings;
  if (credentials.kind !== "github-app") {
    return credentialsFor(settings, "Bearer");
  }
  return await appCredentials({
    app: credentials,
    repository: repo,
    client: openClient(settings, { api, headers: HEADERS }),
  });
}
