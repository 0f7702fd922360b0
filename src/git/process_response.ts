/**
 * What a git process prints, as the body of a response.
 *
 * @module
 */

import type { GitProcess } from "./git.ts";
import { BodyTooLarge } from "./request_body.ts";

/** What passes between a client and a git process. */
export interface Exchange {
  /** What the process reads. */
  readonly input: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** What the client gets before what the process prints. */
  readonly prefix?: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Answers a request with what a process prints, while it prints it. A client
 * that goes away breaks off its body or ours, which ends the process.
 *
 * @param process The process.
 * @param exchange What it reads, and what surrounds what it prints.
 * @returns The response; an error where the process fails before it prints.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { spawnGit } from "./git.ts";
 * const response = await respond(spawnGit(["hash-object", "--stdin"]), {
 *   input: new Blob([]).stream(),
 *   headers: { "content-type": "text/plain" },
 * });
 * assertEquals(await response.text(), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391\n");
 * ```
 */
export async function respond(
  process: GitProcess,
  exchange: Exchange,
): Promise<Response> {
  const { input, prefix, headers } = exchange;
  const fed = feed(process, input);
  const reader = process.stdout.getReader();
  const first = await reader.read();
  if (first.done) {
    const failure = await fed ?? await exitFailure(process);
    if (failure !== undefined) return failure;
  }
  const head = [prefix, first.value].filter((chunk) => chunk !== undefined);
  return new Response(stream(process, head, reader), { headers });
}

/** Hands the request to the process; answers only where the request is bad. */
async function feed(
  process: GitProcess,
  input: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<Response | undefined> {
  // A client may never end its request; the process may end before that.
  const ended = new AbortController();
  process.finished.then(() => ended.abort());
  try {
    await input.pipeTo(process.stdin, { signal: ended.signal });
    return undefined;
  } catch (error) {
    if (ended.signal.aborted || error instanceof Deno.errors.BrokenPipe) {
      return undefined;
    }
    process.kill();
    return error instanceof BodyTooLarge
      ? plainResponse(413, error.message)
      : plainResponse(400, "Cannot read the request: its body is damaged");
  }
}

async function exitFailure(process: GitProcess): Promise<Response | undefined> {
  const { code } = await process.finished;
  return code === 0
    ? undefined
    : plainResponse(500, "Cannot answer: git failed");
}

function stream(
  process: GitProcess,
  head: readonly Uint8Array<ArrayBuffer>[],
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      head.forEach((chunk) => controller.enqueue(chunk));
    },
    async pull(controller) {
      const { value, done } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      process.kill();
      await reader.cancel();
    },
  });
}

/**
 * An answer in plain words.
 *
 * @param status The status.
 * @param text The words.
 * @param headers Further headers.
 * @returns The response.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(plainResponse(404, "No such repository").status, 404);
 * ```
 */
export function plainResponse(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", ...headers },
  });
}
