const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The headers that say when a limit is over, in seconds since 1970. */
const RESETS = ["x-ratelimit-reset", "ratelimit-reset"];

/**
 * How long a forge wants to be left alone.
 *
 * @param headers The headers of its answer.
 * @param now The time, in milliseconds since 1970.
 * @returns Milliseconds: between a second and an hour, and a minute where the
 * forge does not say.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(retryAfter(new Headers({ "retry-after": "30" }), 0), 30_000);
 * assertEquals(retryAfter(new Headers(), 0), 60_000);
 * ```
 */
export function retryAfter(headers: Headers, now: number): number {
  const ms = fromRetryAfter(headers.get("retry-after"), now) ??
    fromReset(headers, now) ?? MINUTE;
  return Math.min(Math.max(ms, SECOND), HOUR);
}

/**
 * Whether an answer means that the limit of requests is reached. GitHub says
 * so with 403 too, which otherwise means that something is not allowed.
 *
 * @param status The HTTP status.
 * @param headers The headers.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(isRateLimited(429, new Headers()), true);
 * assertEquals(isRateLimited(403, new Headers()), false);
 * const spent = new Headers({ "x-ratelimit-remaining": "0" });
 * assertEquals(isRateLimited(403, spent), true);
 * ```
 */
export function isRateLimited(status: number, headers: Headers): boolean {
  if (status === 429) return true;
  if (status !== 403 && status !== 503) return false;
  return headers.has("retry-after") ||
    headers.get("x-ratelimit-remaining") === "0";
}

function fromRetryAfter(
  value: string | null,
  now: number,
): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * SECOND;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : date - now;
}

function fromReset(headers: Headers, now: number): number | undefined {
  for (const name of RESETS) {
    const value = headers.get(name) ?? "";
    if (/^\d{1,11}$/.test(value)) return Number(value) * SECOND - now;
  }
  return undefined;
}
