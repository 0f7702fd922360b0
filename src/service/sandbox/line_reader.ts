/**
 * Lines of a stream that may not be trusted to end.
 *
 * @module
 */

/** The next line, that there is none, or that the stream says too much. */
export type ReadLine =
  | { readonly kind: "line"; readonly line: string }
  | { readonly kind: "end" }
  | { readonly kind: "too-much" };

/** Cuts a stream into lines, up to a number of bytes. */
export class LineReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  readonly #maxBytes: number;
  readonly #decoder = new TextDecoder();
  #lines: string[] = [];
  #rest: string[] = [];
  #bytes = 0;
  #at = 0;
  #turn: Promise<ReadLine> = Promise.resolve({ kind: "end" });

  /**
   * @param stream What is read.
   * @param maxBytes How much of it, at most.
   */
  constructor(
    stream: ReadableStream<Uint8Array<ArrayBuffer>>,
    maxBytes: number,
  ) {
    this.#reader = stream.getReader();
    this.#maxBytes = maxBytes;
  }

  /**
   * Reads a line. Who asks while another waits gets the line after. A last one without a line feed is none: whoever wrote it
   * ended in the middle.
   *
   * @returns The line.
   *
   * @example
   * ```ts
   * import { assertEquals } from "@std/assert";
   * const lines = new LineReader(new Blob(["a\nb"]).stream(), 100);
   * assertEquals(await lines.next(), { kind: "line", line: "a" });
   * assertEquals(await lines.next(), { kind: "end" });
   * ```
   */
  next(): Promise<ReadLine> {
    // Two reads at a time would share a chunk, and one of them wait for ever.
    this.#turn = this.#turn.then(() => this.#read());
    return this.#turn;
  }

  async #read(): Promise<ReadLine> {
    while (this.#at === this.#lines.length) {
      const { value } = await this.#reader.read().catch(() => END);
      if (value === undefined) return { kind: "end" };
      this.#bytes += value.length;
      if (this.#bytes > this.#maxBytes) return { kind: "too-much" };
      this.#take(this.#decoder.decode(value, { stream: true }));
    }
    return { kind: "line", line: this.#lines[this.#at++]! };
  }

  /** Gives the stream up. */
  async cancel(): Promise<void> {
    await this.#reader.cancel().catch(() => {});
  }

  /** A line that comes in many pieces is put together once, at its end. */
  #take(text: string): void {
    const parts = text.split("\n");
    if (parts.length === 1) {
      this.#rest.push(text);
      return;
    }
    parts[0] = this.#rest.join("") + parts[0];
    this.#rest = [parts.pop() ?? ""];
    this.#lines = parts;
    this.#at = 0;
  }
}

const END = { value: undefined };
