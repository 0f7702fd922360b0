import { apiRoot, encodePath, repositoryParts, webRoot } from "../address.ts";
import { credentialsFor } from "../credentials_for.ts";
import type { Client } from "../http/client.ts";
import { readJson } from "../http/json.ts";
import { type Listing, nextByLink, readPages } from "../http/pages.ts";
import { PAGE_SIZE } from "../limits.ts";
import { openClient } from "../open_client.ts";
import type { ForgeSettings } from "../settings.ts";
import type { z } from "zod";

/** The way into a repository on Gitea. */
export interface GiteaAccess {
  readonly client: Client;
  /** The repository's path in the API. */
  readonly path: string;
  /** The repository's page. */
  readonly page: string;
}

/**
 * Opens a repository on Gitea or Forgejo.
 *
 * @param settings Which one, and what opens it.
 * @returns The way into it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { client } = openGiteaAccess({
 *   kind: "gitea",
 *   url: "https://codeberg.org",
 *   repository: "team/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(client.api.href, "https://codeberg.org/api/v1/");
 * ```
 */
export function openGiteaAccess(settings: ForgeSettings): GiteaAccess {
  const web = webRoot(settings.url ?? "https://gitea.com");
  const api = apiRoot(settings.apiUrl ?? `${web}/api/v1`);
  const name = encodePath(repositoryParts(settings.repository, 2).join("/"));
  const credentials = credentialsFor(settings, "token");
  return {
    client: openClient(settings, { api, credentials }),
    path: `repos/${name}`,
    page: `${web}/${name}`,
  };
}

/**
 * Reads a list. A `Link` header says whether there is more, but names the
 * host by which browsers know it, which need not be the one that was asked.
 *
 * @param client The client.
 * @param list The list's path, its items, and how many pages are read.
 * @returns The items.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { z } from "zod";
 * const client = {
 *   api: new URL("https://gitea.example/api/v1/"),
 *   send: ({ url }: { url: URL }) => Promise.resolve({
 *     status: 200,
 *     headers: new Headers(
 *       url.searchParams.get("page") === "1" ? { link: '<x>; rel="next"' } : {},
 *     ),
 *     body: new TextEncoder().encode("[7]"),
 *   }),
 * };
 * const list = { path: "a", query: {}, schema: z.array(z.number()), maxPages: 9 };
 * assertEquals((await listGitea(client, list)).items, [7, 7]);
 * ```
 */
export function listGitea<Item>(
  client: Client,
  list: {
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly schema: z.ZodType<Item[]>;
    readonly maxPages: number;
  },
): Promise<Listing<Item>> {
  const { path, query, schema, maxPages } = list;
  return readPages(async (page) => {
    const search = new URLSearchParams({
      ...query,
      limit: String(PAGE_SIZE),
      page,
    });
    const { value, headers } = await readJson(client, {
      method: "GET",
      path: `${path}?${search}`,
      schema,
    });
    const next = nextByLink(headers) === undefined
      ? undefined
      : String(Number(page) + 1);
    return { items: value, next };
  }, { first: "1", maxPages });
}
