/**
 * Gitbeaker's requests over a client of ours. Its own transport would retry
 * writes, read without a limit, and send tokens where a redirect leads.
 *
 * @module
 */

import type {
  RequesterType,
  RequestHandlerFn,
  ResourceOptions,
} from "@gitbeaker/requester-utils";
import type { Client } from "../http/client.ts";
import { jsonIn } from "../http/json.ts";

/** What Gitbeaker takes for its transport. */
export type MakeRequester = (options: ResourceOptions) => RequesterType;

/**
 * Makes Gitbeaker send its requests over a client.
 *
 * @param client The client.
 * @returns Gitbeaker's transport. It hides the pages that follow: whoever
 * asks for them counts them, up to a bound.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const makeRequester = await requesterOver({
 *   api: new URL("https://gitlab.example/api/v4/"),
 *   send: ({ url }) => Promise.resolve({
 *     status: 200,
 *     headers: new Headers(),
 *     body: new TextEncoder().encode(JSON.stringify(url.pathname)),
 *   }),
 * });
 * const requester = makeRequester({
 *   headers: {},
 *   authHeaders: {},
 *   url: "https://gitlab.example/api/v4/",
 * });
 * assertEquals((await requester.get("user")).body, "/api/v4/user");
 * ```
 */
export async function requesterOver(client: Client): Promise<MakeRequester> {
  const { createRequesterFn } = await import("@gitbeaker/requester-utils");
  const handle = async (endpoint: string, options: Request = {}) => {
    const { method = "GET", headers = {}, body, searchParams } = options;
    const root = options.prefixUrl ?? client.api.href;
    const url = new URL(endpoint, root.replace(/\/?$/, "/"));
    url.search = searchParams ?? "";
    const answer = await client.send({
      method,
      url,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const { status } = answer;
    const kept = [...answer.headers].filter(([name]) => name !== "link");
    return {
      status,
      headers: Object.fromEntries(kept),
      body: status === 204 ? {} : jsonIn(client, answer),
    };
  };
  return createRequesterFn(
    (_service, options) => Promise.resolve(options),
    // Gitbeaker types its options as a record of the unknown.
    handle as RequestHandlerFn,
  );
}

/** A request as Gitbeaker prepares it. */
interface Request {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly prefixUrl?: string;
  readonly searchParams?: string;
}
