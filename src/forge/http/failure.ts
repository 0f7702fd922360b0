/**
 * What an answer that is no success means.
 *
 * @module
 */

import type { ForgeFailure } from "../outcome.ts";
import { oneLine } from "../one_line.ts";
import { isRateLimited, retryAfter } from "./rate_limit.ts";

/** An answer of a forge, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What is needed to tell what an answer means. */
export interface FailureContext {
  /** The forge's host, for messages. */
  readonly host: string;
  /** What must not appear, should the forge repeat it. */
  readonly secrets: readonly string[];
  /** The time, in milliseconds since 1970. */
  readonly now: number;
}

const KINDS: ReadonlyMap<number, "unauthorized" | "gone" | "unreachable"> =
  new Map([
    // Azure DevOps has a page to sign in on, as if all were well.
    [203, "unauthorized"],
    [401, "unauthorized"],
    [403, "unauthorized"],
    [404, "gone"],
    [408, "unreachable"],
    [410, "gone"],
  ]);
const MAX_WORDS = 200;

/**
 * Tells what an answer that is no success means.
 *
 * @param answer The answer.
 * @param context Whose it is, and what is secret.
 * @returns The failure.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const answer = {
 *   status: 404,
 *   headers: new Headers(),
 *   body: new TextEncoder().encode('{"message": "Not Found"}'),
 * };
 * const context = { host: "github.com", secrets: [], now: 0 };
 * assertEquals(failureOf(answer, context), {
 *   kind: "gone",
 *   reason: '"github.com" answers 404: Not Found',
 * });
 * ```
 */
export function failureOf(
  answer: Answer,
  context: FailureContext,
): ForgeFailure {
  const { status, headers } = answer;
  if (isRateLimited(status, headers) || isSecondaryLimit(answer)) {
    return {
      kind: "rate-limited",
      retryAfterMs: retryAfter(headers, context.now),
    };
  }
  const words = hideSecrets(wordsOf(answer), context.secrets);
  const said = words === "" ? "" : `: ${oneLine(words, MAX_WORDS)}`;
  const kind = KINDS.get(status) ??
    (status >= 400 && status < 500 ? "refused" : "unreachable");
  return { kind, reason: `"${context.host}" answers ${status}${said}` };
}

/**
 * Takes secrets out of a text.
 *
 * @param text The text.
 * @param secrets The secrets.
 * @returns The text without them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(hideSecrets("bad token t0ken", ["t0ken"]), "bad token ***");
 * ```
 */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret !== "")
    .reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
}

/** GitHub points to the page on it, and need not send `retry-after`. */
function isSecondaryLimit(answer: Answer): boolean {
  if (answer.status !== 403) return false;
  const page = fieldOf(jsonOf(answer), "documentation_url");
  return typeof page === "string" && page.includes("secondary-rate-limits");
}

/** Each forge has its own place for what it has to say. */
function wordsOf(answer: Answer): string {
  const value = jsonOf(answer);
  const message = fieldOf(value, "message");
  const error = fieldOf(value, "error");
  const places = [
    message,
    fieldOf(error, "message"),
    fieldOf(firstOf(fieldOf(value, "errors")), "message"),
    error,
  ];
  const words = places.find((place) => typeof place === "string");
  if (typeof words === "string") return words;
  return message === undefined ? "" : JSON.stringify(message);
}

function jsonOf({ body }: Answer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}
