/**
 * Requests to one forge's API: bounded, retried where that is safe, and never
 * with a token for another host.
 *
 * @module
 */

import { delay } from "@std/async/delay";
import type { Authorization, Credentials } from "./credentials.ts";
import { type Answer, failureOf, hideSecrets } from "./failure.ts";
import { ForgeProblem } from "./problem.ts";
import { readBytes } from "./read_bytes.ts";

/** What requests are made with. */
export interface ClientSettings {
  /** The root of the API. */
  readonly api: URL;
  /** Left out, requests bring their own authorization. */
  readonly credentials?: Credentials;
  /** The headers of every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The CA certificates to trust instead of the system's, as PEM. */
  readonly caCerts?: readonly string[];
  /** How long one request may take. @default 30_000 */
  readonly timeoutMs?: number;
  /** The pauses before a read is tried again. @default [500, 2_000] */
  readonly retryDelaysMs?: readonly number[];
  /** The time, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  readonly signal?: AbortSignal;
}

/** One request. */
export interface ForgeRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Requests to one forge's API. */
export interface Client {
  /** The root of the API. */
  readonly api: URL;
  /**
   * Sends a request.
   *
   * @param request The request.
   * @returns The answer, which is a success.
   * @throws {ForgeProblem} If it is none.
   */
  send(request: ForgeRequest): Promise<Answer>;
}

const MEBIBYTE = 1024 * 1024;
/** A page of a hundred comments at their largest fits. */
const MAX_BODY_BYTES = 16 * MEBIBYTE;
const MAX_REDIRECTS = 3;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Statuses of a gateway: the same request may well succeed in a moment. */
const PASSING: ReadonlySet<number> = new Set([502, 503, 504]);

/** What one request is sent with. */
interface Attempt {
  readonly settings: ClientSettings;
  readonly http: Deno.HttpClient | undefined;
  readonly authorization: Authorization | undefined;
}

/**
 * Makes a client of a forge's API.
 *
 * Once the forge says that it has had enough, nothing is sent until it is
 * ready again.
 *
 * @param settings What requests are made with.
 * @returns The client.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { catchProblem } from "./problem.ts";
 * const api = new URL("http://127.0.0.1:1/");
 * const client = makeClient({ api, retryDelaysMs: [] });
 * const outcome = await catchProblem(() =>
 *   client.send({ method: "GET", url: new URL("user", api) })
 * );
 * assertEquals(outcome.kind, "unreachable");
 * ```
 */
export function makeClient(settings: ClientSettings): Client {
  const { api, caCerts, credentials, now = Date.now } = settings;
  const http = caCerts === undefined
    ? undefined
    : Deno.createHttpClient({ caCerts: [...caCerts] });
  let quietUntil = 0;
  return {
    api,
    async send(request) {
      const pause = quietUntil - now();
      if (pause > 0) {
        throw new ForgeProblem({ kind: "rate-limited", retryAfterMs: pause });
      }
      let authorization = await credentials?.authorize(false);
      const again = () => sendAgain({ settings, http, authorization }, request);
      let answer = await again();
      if (answer.status === 401 && credentials?.renewable === true) {
        authorization = await credentials.authorize(true);
        answer = await again();
      }
      if (isSuccess(answer)) return answer;
      const failure = failureOf(answer, {
        host: api.host,
        secrets: authorization?.secrets ?? [],
        now: now(),
      });
      if (failure.kind === "rate-limited") {
        quietUntil = now() + failure.retryAfterMs;
      }
      throw new ForgeProblem(failure, answer.status);
    },
  };
}

/** Azure DevOps answers 203 with a page to sign in on. */
function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300 && status !== 203;
}

/** Only reads are tried again: what was written may have been taken. */
async function sendAgain(
  attempt: Attempt,
  request: ForgeRequest,
): Promise<Answer> {
  const { retryDelaysMs = [500, 2_000] } = attempt.settings;
  const pauses = request.method === "GET" ? retryDelaysMs : [];
  for (const pause of pauses) {
    const answer = await passing(() => follow(attempt, request));
    if (answer !== undefined) return answer;
    await delay(pause, signalOption(attempt.settings.signal));
  }
  return await follow(attempt, request);
}

function signalOption(signal: AbortSignal | undefined) {
  return signal === undefined ? {} : { signal };
}

/** The answer, or `undefined` for what may pass in a moment. */
async function passing(
  run: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    const answer = await run();
    const wait = PASSING.has(answer.status) &&
      !answer.headers.has("retry-after");
    return wait ? undefined : answer;
  } catch (error) {
    const passes = error instanceof ForgeProblem && error.status === undefined;
    if (passes) return undefined;
    throw error;
  }
}

/** Follows redirects within the host, as after a repository was renamed. */
async function follow(
  attempt: Attempt,
  request: ForgeRequest,
): Promise<Answer> {
  let { url } = request;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (url.origin !== attempt.settings.api.origin) {
      throw new ForgeProblem({
        kind: "unreachable",
        reason:
          `"${attempt.settings.api.host}" sends elsewhere, to "${url.host}"`,
      }, 0);
    }
    const answer = await once(attempt, { ...request, url });
    const location = answer.headers.get("location");
    if (!REDIRECTS.has(answer.status) || location === null) return answer;
    // 301 to 303 may turn a write into a read.
    if (request.method !== "GET" && answer.status < 307) return answer;
    url = URL.parse(location, url) ?? new URL("invalid:");
  }
  throw new ForgeProblem({
    kind: "unreachable",
    reason: `"${url.host}" redirects more than ${MAX_REDIRECTS} times`,
  }, 0);
}

async function once(
  { settings, http, authorization }: Attempt,
  request: ForgeRequest,
): Promise<Answer> {
  const { signal, timeoutMs = 30_000 } = settings;
  signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: {
        ...settings.headers,
        ...request.headers,
        ...(authorization === undefined
          ? {}
          : { authorization: authorization.header }),
      },
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: "manual",
      signal: signal === undefined
        ? timeout
        : AbortSignal.any([signal, timeout]),
      ...(http === undefined ? {} : { client: http }),
    });
    const { status, headers } = response;
    const body = await readBytes(response.body, MAX_BODY_BYTES);
    if (body !== undefined) return { status, headers, body };
    throw new ForgeProblem({
      kind: "unreachable",
      reason:
        `"${request.url.host}" answers with more than ${MAX_BODY_BYTES} bytes`,
    }, status);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ForgeProblem) throw error;
    const words = timeout.aborted
      ? `it takes more than ${timeoutMs} ms`
      : messageOf(error);
    const reason = `"${request.url.host}" cannot be reached: ${
      hideSecrets(words, authorization?.secrets ?? [])
    }`;
    throw new ForgeProblem({ kind: "unreachable", reason });
  }
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n", 1)[0] ?? "";
}
