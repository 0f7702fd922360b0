import type { Client } from "../http/client.ts";

/** The part of `fetch` that Octokit uses. */
export type OctokitFetch = (
  url: string,
  init: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  },
) => Promise<Response>;

const NO_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Makes Octokit send its requests over a client.
 *
 * @param client The client.
 * @returns What Octokit takes for `fetch`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const fetchOver = fetchOverClient({
 *   api: new URL("https://api.github.com/"),
 *   send: ({ method }) => Promise.resolve({
 *     status: 200,
 *     headers: new Headers(),
 *     body: new TextEncoder().encode(method),
 *   }),
 * });
 * const init = { method: "GET", headers: {} };
 * const response = await fetchOver("https://api.github.com/user", init);
 * assertEquals(await response.text(), "GET");
 * ```
 */
export function fetchOverClient(client: Client): OctokitFetch {
  return async (url, { method, headers, body }) => {
    const answer = await client.send({
      method,
      url: new URL(url),
      headers,
      ...(body === undefined ? {} : { body }),
    });
    return new Response(NO_BODY.has(answer.status) ? null : answer.body, {
      status: answer.status,
      headers: answer.headers,
    });
  };
}
