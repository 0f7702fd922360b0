/**
 * The body of a request, unpacked and bounded.
 *
 * @module
 */

/** A body that turned out larger than allowed. */
export class BodyTooLarge extends Error {
  override readonly name = "BodyTooLarge";
}

/**
 * The body of a request as the program behind it wants it.
 *
 * @param request The request; a gzip body is unpacked.
 * @param maxBytes How much the unpacked body may have.
 * @returns The body; reading it fails with {@linkcode BodyTooLarge} beyond that.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const request = new Request("http://localhost/", { method: "POST", body: "0000" });
 * assertEquals(await new Response(requestBody(request, 4)).text(), "0000");
 * ```
 */
export function requestBody(
  request: Request,
  maxBytes: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const body = request.body ?? new Blob([]).stream();
  const plain = request.headers.get("content-encoding") === "gzip"
    ? body.pipeThrough(new DecompressionStream("gzip"))
    : body;
  return plain.pipeThrough(limit(maxBytes));
}

function limit(
  maxBytes: number,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > maxBytes) {
        throw new BodyTooLarge(
          `Cannot take the request: its body is more than ${maxBytes} bytes`,
        );
      }
      controller.enqueue(chunk);
    },
  });
}
