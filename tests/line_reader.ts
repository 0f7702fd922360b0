/**
 * Waits for what a process prints.
 *
 * @module
 */

const PATIENCE_MS = 30_000;

/** Reads the output of a process line by line. */
export class LineReader {
  readonly #reader: ReadableStreamDefaultReader<string>;
  #text = "";
  #at = 0;

  /**
   * @param stream The output.
   */
  constructor(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
    this.#reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  }

  /** All that was read so far. */
  get seen(): string {
    return this.#text;
  }

  /**
   * Reads on until a line holds a text.
   *
   * @param part The text.
   * @returns The line.
   * @throws {Error} If the output ends, or nothing of the kind comes in time.
   */
  async until(part: string): Promise<string> {
    const timer = setTimeout(() => this.#reader.cancel(), PATIENCE_MS);
    try {
      for (;;) {
        const end = this.#text.indexOf("\n", this.#at);
        if (end >= 0) {
          const line = this.#text.slice(this.#at, end);
          this.#at = end + 1;
          if (line.includes(part)) return line;
          continue;
        }
        const { value, done } = await this.#reader.read();
        if (done) {
          throw new Error(`Cannot find "${part}" in the output: ${this.#text}`);
        }
        this.#text += value;
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** Lets go of the output. */
  async cancel(): Promise<void> {
    await this.#reader.cancel();
  }
}
