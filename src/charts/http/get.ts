/**
 * GET with redirects, each of which has to lead to an allowed host.
 *
 * @module
 */

import { encodeBase64 } from "@std/encoding";
import { type AllowedHost, originOf } from "../egress/allowed_host.ts";
import { Unavailable } from "../unavailable.ts";
import { type Answer, type Client, type Request, send } from "./client.ts";

/** A request that may be redirected. */
export interface GetRequest extends Request {
  /** Sent to the origin of the URL only, wherever it redirects to. */
  readonly authorization?: string | undefined;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 5;

/**
 * Gets a URL.
 *
 * @param client What requests are made with.
 * @param url The URL.
 * @param request The headers, and how much is read.
 * @returns The last answer, whatever its status.
 * @throws {Unavailable} If a host on the way is not allowed or not reachable,
 * or there is no end of redirects.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { makeEgress } from "../egress/egress.ts";
 * import { Unavailable } from "../unavailable.ts";
 * const client = { egress: makeEgress({ hosts: [] }) };
 * const request = { headers: {}, maxBytes: 1000 };
 * await assertRejects(
 *   () => get(client, new URL("https://charts.example/"), request),
 *   Unavailable,
 *   "not among the hosts",
 * );
 * ```
 */
export async function get(
  client: Client,
  url: URL,
  request: GetRequest,
): Promise<Answer> {
  const { authorization, headers, maxBytes } = request;
  let here = url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const known = authorization !== undefined &&
      originOf(here) === originOf(url);
    const answer = await send(client, here, {
      headers: known ? { ...headers, authorization } : headers,
      maxBytes,
    });
    const location = answer.header("location");
    if (!REDIRECTS.has(answer.status) || location === undefined) return answer;
    here = redirectTarget(here, location);
  }
  throw new Unavailable(
    `"${shown(url)}" redirects more than ${MAX_REDIRECTS} times`,
  );
}

/**
 * The `Authorization` header that a host asks for.
 *
 * @param host The host.
 * @returns The header's value; `undefined` for a host without credentials.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const credentials = { username: "me", password: "secret" };
 * assertEquals(
 *   authorizationOf({ origin: "https://charts.local", credentials }),
 *   "Basic bWU6c2VjcmV0",
 * );
 * ```
 */
export function authorizationOf(host: AllowedHost): string | undefined {
  const { credentials } = host;
  if (credentials === undefined || "identityFile" in credentials) {
    return undefined;
  }
  if ("token" in credentials) return `Bearer ${credentials.token}`;
  const { username, password } = credentials;
  const pair = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${encodeBase64(pair)}`;
}

/**
 * A URL as messages show it: its query may be a signature.
 *
 * @param url The URL.
 * @returns The URL without user and query.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(shown(new URL("https://a.example/b?sig=1")), "https://a.example/b");
 * ```
 */
export function shown(url: URL): string {
  return `${originOf(url)}${url.pathname}`;
}

function redirectTarget(from: URL, location: string): URL {
  const target = URL.parse(location, from);
  if (target === null || !/^https?:$/.test(target.protocol)) {
    throw new Unavailable(`"${shown(from)}" redirects to no HTTP URL`);
  }
  if (from.protocol === "https:" && target.protocol === "http:") {
    throw new Unavailable(
      `"${shown(from)}" redirects to "${
        shown(target)
      }", which is not encrypted`,
    );
  }
  return target;
}
