import type { z } from "zod";
import { apiRoot, repositoryParts, webRoot } from "../address.ts";
import { credentialsFor } from "../credentials_for.ts";
import type { Client } from "../http/client.ts";
import { readJson } from "../http/json.ts";
import { type Listing, readPages } from "../http/pages.ts";
import { PAGE_SIZE } from "../limits.ts";
import { openClient } from "../open_client.ts";
import type { ForgeSettings } from "../settings.ts";

/** The way into a repository on Bitbucket Data Center. */
export interface DataCenterAccess {
  readonly client: Client;
  /** The repository's path in the API. */
  readonly path: string;
  /** The repository's page. */
  readonly page: string;
}

/**
 * Opens a repository on Bitbucket Data Center.
 *
 * @param settings Which one, and what opens it.
 * @returns The way into it.
 * @throws {TypeError} If the instance's address is missing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { page } = openDataCenterAccess({
 *   kind: "bitbucket-data-center",
 *   url: "https://bitbucket.example",
 *   repository: "PLAT/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(page, "https://bitbucket.example/projects/PLAT/repos/fleet");
 * ```
 */
export function openDataCenterAccess(
  settings: ForgeSettings,
): DataCenterAccess {
  if (settings.url === undefined) {
    throw new TypeError("Cannot open Bitbucket Data Center: it has no address");
  }
  const web = webRoot(settings.url);
  const api = apiRoot(settings.apiUrl ?? `${web}/rest`);
  const [project, slug] = repositoryParts(settings.repository, 2)
    .map(encodeURIComponent);
  const credentials = credentialsFor(settings, "Bearer");
  // Without it, writes are taken for those of a page elsewhere.
  const headers = { "x-atlassian-token": "no-check" };
  return {
    client: openClient(settings, { api, credentials, headers }),
    path: `api/latest/projects/${project}/repos/${slug}`,
    page: `${web}/projects/${project}/repos/${slug}`,
  };
}

/** A page of a list. */
interface DataCenterPage<Item> {
  readonly values: Item[];
  readonly isLastPage: boolean;
  readonly nextPageStart?: number | null | undefined;
}

/**
 * Reads a list; each page says where the next one begins.
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
 *   api: new URL("https://bitbucket.example/rest/"),
 *   send: () => Promise.resolve({
 *     status: 200,
 *     headers: new Headers(),
 *     body: new TextEncoder().encode('{"values": [7], "isLastPage": true}'),
 *   }),
 * };
 * const schema = z.object({ values: z.array(z.number()), isLastPage: z.boolean() });
 * const list = { path: "a", query: {}, schema, maxPages: 9 };
 * assertEquals((await listDataCenter(client, list)).items, [7]);
 * ```
 */
export function listDataCenter<Item>(
  client: Client,
  list: {
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly schema: z.ZodType<DataCenterPage<Item>>;
    readonly maxPages: number;
  },
): Promise<Listing<Item>> {
  const { path, query, schema, maxPages } = list;
  return readPages(async (start) => {
    const limit = String(PAGE_SIZE);
    const search = new URLSearchParams({ ...query, limit, start });
    const { value } = await readJson(client, {
      method: "GET",
      path: `${path}?${search}`,
      schema,
    });
    const { values, isLastPage, nextPageStart } = value;
    const more = !isLastPage && typeof nextPageStart === "number";
    return { items: values, next: more ? String(nextPageStart) : undefined };
  }, { first: "0", maxPages });
}
