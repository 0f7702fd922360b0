/**
 * What git prints with `-z`: records that end with a zero byte.
 *
 * @module
 */

/**
 * Cuts a stream into records.
 *
 * @param stream What git prints.
 * @returns The records; what follows the last zero byte is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const stream = new Blob(["a\0b\0"]).stream();
 * assertEquals(await Array.fromAsync(readRecords(stream)), ["a", "b"]);
 * ```
 */
export async function* readRecords(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  for await (const chunk of stream) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\0");
    rest = parts.pop() ?? "";
    yield* parts;
  }
}
