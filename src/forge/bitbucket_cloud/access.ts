import type { z } from "zod";
import { apiRoot, encodePath, repositoryParts, webRoot } from "../address.ts";
import { credentialsFor } from "../credentials_for.ts";
import type { Client } from "../http/client.ts";
import { readJson } from "../http/json.ts";
import { type Listing, readPages } from "../http/pages.ts";
import { openClient } from "../open_client.ts";
import { makeRecent, type Recent } from "../recent.ts";
import type { ForgeSettings } from "../settings.ts";

/** The way into a repository on Bitbucket Cloud. */
export interface CloudAccess {
  readonly client: Client;
  /** The address of all pages. */
  readonly web: string;
  /** The repository's path in the API. */
  readonly path: string;
  /** The repository's page. */
  readonly page: string;
  /** The full ids of commits, by where they were asked for. */
  readonly commits: Recent<string>;
}

const WEB = "https://bitbucket.org";

/**
 * Opens a repository on Bitbucket Cloud.
 *
 * @param settings Which one, and what opens it.
 * @returns The way into it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { client } = openCloudAccess({
 *   kind: "bitbucket-cloud",
 *   repository: "workspace/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(client.api.href, "https://api.bitbucket.org/2.0/");
 * ```
 */
export function openCloudAccess(settings: ForgeSettings): CloudAccess {
  const web = webRoot(settings.url ?? WEB);
  const beside = web === WEB ? "https://api.bitbucket.org" : web;
  const api = apiRoot(settings.apiUrl ?? `${beside}/2.0`);
  const name = encodePath(repositoryParts(settings.repository, 2).join("/"));
  const credentials = credentialsFor(settings, "Bearer");
  return {
    client: openClient(settings, { api, credentials }),
    web,
    path: `repositories/${name}`,
    page: `${web}/${name}`,
    commits: makeRecent(),
  };
}

/**
 * Reads a list; each page has the URL of the next one.
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
 *   api: new URL("https://api.bitbucket.org/2.0/"),
 *   send: () => Promise.resolve({
 *     status: 200,
 *     headers: new Headers(),
 *     body: new TextEncoder().encode('{"values": [7]}'),
 *   }),
 * };
 * const schema = z.object({
 *   values: z.array(z.number()),
 *   next: z.string().exactOptional(),
 * });
 * const list = { path: "a", schema, maxPages: 9 };
 * assertEquals((await listCloud(client, list)).items, [7]);
 * ```
 */
export function listCloud<Item>(
  client: Client,
  list: {
    readonly path: string;
    readonly schema: z.ZodType<{ values: Item[]; next?: string }>;
    readonly maxPages: number;
  },
): Promise<Listing<Item>> {
  const { path, schema, maxPages } = list;
  return readPages(async (page) => {
    const request = { method: "GET", path: page, schema } as const;
    const { value } = await readJson(client, request);
    return { items: value.values, next: value.next };
  }, { first: path, maxPages });
}
