/**
 * One request to a forge and its answer, by way of redirects within its host.
 *
 * @module
 */

import type { Authorization } from "./credentials.ts";
import { type Answer, hideSecrets } from "./failure.ts";
import { ForgeProblem } from "./problem.ts";
import { readBytes } from "./read_bytes.ts";

/** One request. */
export interface ForgeRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a request is sent with. */
export interface Surroundings {
  /** Requests go to the host of this URL, and to no other. */
  readonly api: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly http: Deno.HttpClient | undefined;
  readonly authorization: Authorization | undefined;
}

const MEBIBYTE = 1024 * 1024;
/** A page of a hundred comments at their largest fits. */
const MAX_BODY_BYTES = 16 * MEBIBYTE;
const MAX_REDIRECTS = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Sends a request. Redirects within the host are followed, as after a
 * repository was renamed.
 *
 * @param surroundings What it is sent with.
 * @param request The request.
 * @returns The answer, whatever its status.
 * @throws {ForgeProblem} If there is none, or it comes from elsewhere.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * import { ForgeProblem } from "./problem.ts";
 * const surroundings = {
 *   api: new URL("https://gitea.example/api/v1/"),
 *   http: undefined,
 *   authorization: undefined,
 * };
 * const request = { method: "GET", url: new URL("https://elsewhere.example/") };
 * await assertRejects(
 *   () => exchange(surroundings, request),
 *   ForgeProblem,
 *   '"gitea.example" sends elsewhere, to "elsewhere.example"',
 * );
 * ```
 */
export async function exchange(
  surroundings: Surroundings,
  request: ForgeRequest,
): Promise<Answer> {
  const { api } = surroundings;
  let { url } = request;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (url.origin !== api.origin) {
      const reason = `"${api.host}" sends elsewhere, to "${url.host}"`;
      throw new ForgeProblem({ kind: "unreachable", reason }, 0);
    }
    const answer = await fetchOnce(surroundings, { ...request, url });
    const location = answer.headers.get("location");
    if (!REDIRECTS.has(answer.status) || location === null) return answer;
    // 301 to 303 may turn a write into a read.
    if (request.method !== "GET" && answer.status < 307) return answer;
    url = URL.parse(location, url) ?? new URL("invalid:");
  }
  const reason = `"${api.host}" redirects more than ${MAX_REDIRECTS} times`;
  throw new ForgeProblem({ kind: "unreachable", reason }, 0);
}

async function fetchOnce(
  surroundings: Surroundings,
  { url, method, headers, body }: ForgeRequest,
): Promise<Answer> {
  const { authorization, http, signal, timeoutMs = 30_000 } = surroundings;
  signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...surroundings.headers,
        ...headers,
        ...(authorization && { authorization: authorization.header }),
      },
      redirect: "manual",
      signal: AbortSignal.any(signal ? [signal, timeout] : [timeout]),
      ...(body === undefined ? {} : { body }),
      ...(http === undefined ? {} : { client: http }),
    });
    return await answerOf(response, url.host);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ForgeProblem) throw error;
    const words = timeout.aborted
      ? `it takes more than ${timeoutMs} ms`
      : messageOf(error);
    const clean = hideSecrets(words, authorization?.secrets ?? []);
    const reason = `"${url.host}" cannot be reached: ${clean}`;
    throw new ForgeProblem({ kind: "unreachable", reason });
  }
}

async function answerOf(response: Response, host: string): Promise<Answer> {
  const { status, headers } = response;
  const body = await readBytes(response.body, MAX_BODY_BYTES);
  if (body !== undefined) return { status, headers, body };
  const reason = `"${host}" answers with more than ${MAX_BODY_BYTES} bytes`;
  throw new ForgeProblem({ kind: "unreachable", reason }, status);
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? "";
}
