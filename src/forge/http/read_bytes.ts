/**
 * Reads a body, up to a limit.
 *
 * @param body The body.
 * @param maxBytes How much is read.
 * @returns The bytes, or `undefined` if there are more.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { body } = new Response("fine");
 * assertEquals((await readBytes(body, 4))?.length, 4);
 * assertEquals(await readBytes(new Response("too much").body, 4), undefined);
 * ```
 */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
