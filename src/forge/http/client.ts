/**
 * Requests to one forge's API: bounded, retried where that is safe, and never
 * with a token for another host.
 *
 * @module
 */

import { delay } from "@std/async/delay";
import type { Credentials } from "./credentials.ts";
import { exchange, type ForgeRequest } from "./exchange.ts";
import { type Answer, failureOf } from "./failure.ts";
import { ForgeProblem } from "./problem.ts";

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

/** Sends a request once. */
type Send = () => Promise<Answer>;

/** Statuses of a gateway: the same request may well succeed in a moment. */
const PASSING: ReadonlySet<number> = new Set([502, 503, 504]);

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
      const send = () =>
        exchange({ ...settings, http, authorization }, request);
      const attempt = { method: request.method, send };
      let answer = await persist(settings, attempt);
      if (answer.status === 401 && credentials?.renewable === true) {
        authorization = await credentials.authorize(true);
        answer = await persist(settings, attempt);
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
async function persist(
  { retryDelaysMs = [500, 2_000], signal }: ClientSettings,
  { method, send }: { readonly method: string; readonly send: Send },
): Promise<Answer> {
  for (const pause of method === "GET" ? retryDelaysMs : []) {
    const answer = await unlessPassing(send);
    if (answer !== undefined) return answer;
    await delay(pause, signal === undefined ? {} : { signal });
  }
  return await send();
}

/** The answer, or `undefined` for what may pass in a moment. */
async function unlessPassing(send: Send): Promise<Answer | undefined> {
  try {
    const answer = await send();
    const passes = PASSING.has(answer.status) &&
      !answer.headers.has("retry-after");
    return passes ? undefined : answer;
  } catch (error) {
    const passes = error instanceof ForgeProblem && error.status === undefined;
    if (passes) return undefined;
    throw error;
  }
}
