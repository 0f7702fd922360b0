import { ForgeProblem } from "./problem.ts";

/**
 * Reads the body of an answer, up to a limit.
 *
 * @param response The answer.
 * @param maxBytes How much is read.
 * @returns The body.
 * @throws {ForgeProblem} If there is more.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals((await readBody(new Response("fine"), 4)).length, 4);
 * ```
 */
export async function readBody(
  response: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new ForgeProblem({
        kind: "unreachable",
        reason: `its answer has more than ${maxBytes} bytes`,
      }, response.status);
    }
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.length;
  }
  return body;
}
