/**
 * The contents of many blobs, through one `git cat-file --batch`.
 *
 * @module
 */

import { failure, GitError, type GitProcess, spawnGit } from "./git.ts";
import { isOid } from "./ref.ts";
import type { Repository } from "./repository.ts";

const ARGS = ["cat-file", "--batch", "--buffer"];

/**
 * Reads blobs one after the other. The caller has made sure of their sizes.
 *
 * @param repository Where they are.
 * @param oids Their full names.
 * @param options What ends the work early.
 * @returns Their contents, in the same order.
 * @throws {RangeError} If a name is no object's full name.
 * @throws {GitError} If there is no such blob.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { initRepository } from "./repository.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * assertEquals(await Array.fromAsync(readBlobs(repository, [])), []);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function* readBlobs(
  repository: Repository,
  oids: readonly string[],
  options: { signal?: AbortSignal | undefined } = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let index = 0;
  for await (const content of readBlobsIfThere(repository, oids, options)) {
    const oid = oids[index++];
    if (content === undefined) {
      throw new GitError(`Cannot read blob "${oid}": there is none`);
    }
    yield content;
  }
}

/**
 * Reads blobs one after the other where not all of them may be there, as in a
 * repository without history.
 *
 * @param repository Where they are.
 * @param oids Their full names.
 * @param options What ends the work early.
 * @returns Their contents, in the same order; `undefined` for a missing one.
 * @throws {RangeError} If a name is no object's full name.
 * @throws {GitError} If a name is that of another object.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { initRepository } from "./repository.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * const blobs = readBlobsIfThere(repository, ["1".repeat(40)]);
 * assertEquals(await Array.fromAsync(blobs), [undefined]);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function* readBlobsIfThere(
  repository: Repository,
  oids: readonly string[],
  options: { signal?: AbortSignal | undefined } = {},
): AsyncGenerator<Uint8Array<ArrayBuffer> | undefined> {
  const stray = oids.find((oid) => !isOid(oid));
  if (stray !== undefined) {
    throw new RangeError(`Cannot read "${stray}": it is no object's name`);
  }
  if (oids.length === 0) return;
  const process = spawnGit(ARGS, { directory: repository.directory });
  const asked = ask(process, oids);
  const reader = new ChunkReader(process.stdout);
  try {
    for (const oid of oids) {
      options.signal?.throwIfAborted();
      yield await readBlob(reader, oid);
    }
    await asked;
    const { code, stderr } = await process.finished;
    if (code !== 0) throw failure(ARGS, stderr);
  } finally {
    process.kill();
    await reader.cancel();
    await asked;
    await process.finished;
  }
}

/** Runs beside the reading: both pipes are too small for all of it. */
async function ask(
  process: GitProcess,
  oids: readonly string[],
): Promise<void> {
  const request = new TextEncoder().encode(`${oids.join("\n")}\n`);
  const writer = process.stdin.getWriter();
  try {
    await writer.write(request);
    await writer.close();
  } catch {
    // Git stopped reading; the missing answer says so.
  }
}

async function readBlob(
  reader: ChunkReader,
  oid: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const header = await reader.line();
  if (header === `${oid} missing`) return undefined;
  const [name, type, size] = header.split(" ");
  if (name !== oid || type !== "blob") {
    throw new GitError(`Cannot read blob "${oid}": git says "${header}"`);
  }
  const content = await reader.take(Number(size));
  await reader.take(1);
  return content;
}

/** Cuts a stream of chunks into lines and counted bytes. */
class ChunkReader {
  readonly #source: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  #chunk: Uint8Array<ArrayBuffer> = new Uint8Array();

  constructor(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
    this.#source = stream.getReader();
  }

  async line(): Promise<string> {
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      const end = this.#chunk.indexOf(10);
      if (end >= 0) {
        text += decoder.decode(this.#chunk.subarray(0, end));
        this.#chunk = this.#chunk.subarray(end + 1);
        return text;
      }
      text += decoder.decode(this.#chunk, { stream: true });
      await this.#more();
    }
  }

  async take(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const whole = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      if (this.#chunk.length === 0) await this.#more();
      const part = this.#chunk.subarray(0, length - filled);
      whole.set(part, filled);
      filled += part.length;
      this.#chunk = this.#chunk.subarray(part.length);
    }
    return whole;
  }

  async cancel(): Promise<void> {
    await this.#source.cancel().catch(() => {});
  }

  async #more(): Promise<void> {
    const { value } = await this.#source.read();
    if (value === undefined) {
      throw new GitError("Cannot read blobs: git ended too early");
    }
    this.#chunk = value;
  }
}
