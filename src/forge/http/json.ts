/**
 * JSON over a client: what forges say is read with a schema.
 *
 * @module
 */

import type { z } from "zod";
import type { Client } from "./client.ts";
import type { Answer } from "./failure.ts";
import { ForgeProblem } from "./problem.ts";

/** A request that has or gets JSON. */
export interface JsonRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Relative to the API's root, or a URL that the forge named. */
  readonly path: string;
  readonly body?: unknown;
}

/**
 * Sends a request whose answer does not matter.
 *
 * @param client The client.
 * @param request The request.
 * @returns The answer, which is a success.
 * @throws {ForgeProblem} If it is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const client = {
 *   api: new URL("https://gitea.example/api/v1/"),
 *   send: ({ url }: { url: URL }) => Promise.resolve({
 *     status: 200,
 *     headers: new Headers(),
 *     body: new TextEncoder().encode(url.pathname),
 *   }),
 * };
 * const { body } = await sendJson(client, { method: "GET", path: "user" });
 * assertEquals(new TextDecoder().decode(body), "/api/v1/user");
 * ```
 */
export function sendJson(
  client: Client,
  request: JsonRequest,
): Promise<Answer> {
  const { method, path, body } = request;
  const url = URL.parse(path, client.api);
  if (url === null) throw misunderstood(client, "a URL that is none");
  return client.send({
    method,
    url,
    headers: body === undefined
      ? { accept: "application/json" }
      : { accept: "application/json", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/**
 * Sends a request and reads the answer.
 *
 * @param client The client.
 * @param request The request, and the schema of the answer.
 * @returns The answer's value and headers.
 * @throws {ForgeProblem} If it is no success, no JSON or does not fit.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { z } from "zod";
 * const client = {
 *   api: new URL("https://gitea.example/api/v1/"),
 *   send: () => Promise.resolve({
 *     status: 200,
 *     headers: new Headers(),
 *     body: new TextEncoder().encode('{"login": "robot"}'),
 *   }),
 * };
 * const schema = z.object({ login: z.string() });
 * const request = { method: "GET", path: "user", schema } as const;
 * assertEquals((await readJson(client, request)).value, { login: "robot" });
 * ```
 */
export async function readJson<Value>(
  client: Client,
  request: JsonRequest & { readonly schema: z.ZodType<Value> },
): Promise<{ readonly value: Value; readonly headers: Headers }> {
  const answer = await sendJson(client, request);
  const json = jsonIn(client, answer);
  const value = understand(client, { json, schema: request.schema });
  return { value, headers: answer.headers };
}

/**
 * The JSON of an answer.
 *
 * @param client The client, for messages.
 * @param answer The answer.
 * @returns The value.
 * @throws {ForgeProblem} If it is no JSON.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const client = {
 *   api: new URL("https://gitea.example/"),
 *   send: () => Promise.reject(new Error("Not here")),
 * };
 * const body = new TextEncoder().encode("[1]");
 * const answer = { status: 200, headers: new Headers(), body };
 * assertEquals(jsonIn(client, answer), [1]);
 * ```
 */
export function jsonIn(client: Client, { body }: Answer): unknown {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    return JSON.parse(decoder.decode(body));
  } catch {
    throw misunderstood(client, "no JSON");
  }
}

/**
 * Reads what a forge said with a schema.
 *
 * @param client The client, for messages.
 * @param answer What it said, and the schema.
 * @returns The value.
 * @throws {ForgeProblem} If it does not fit.
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { ForgeProblem } from "./problem.ts";
 * import { z } from "zod";
 * const client = {
 *   api: new URL("https://gitea.example/"),
 *   send: () => Promise.reject(new Error("Not here")),
 * };
 * assertThrows(
 *   () => understand(client, { json: [], schema: z.object({}) }),
 *   ForgeProblem,
 *   '"gitea.example" answers what is not understood',
 * );
 * ```
 */
export function understand<Value>(
  client: Client,
  answer: { readonly json: unknown; readonly schema: z.ZodType<Value> },
): Value {
  const result = answer.schema.safeParse(answer.json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw misunderstood(client, `"${issue?.path.join(".")}": ${issue?.message}`);
}

function misunderstood(client: Client, detail: string): ForgeProblem {
  return new ForgeProblem({
    kind: "unreachable",
    reason: `"${client.api.host}" answers what is not understood: ${detail}`,
  }, 200);
}
