/**
 * A conversation with `git fast-import`.
 *
 * The stream makes one commit on a ref of its own, asks for the tree's name,
 * and takes the ref back before it ends: so no ref ever appears, neither when
 * all goes well nor when the process dies half-way. What was written lies in a
 * pack that nothing refers to until somebody makes a commit of the tree.
 *
 * @module
 */

import { failure, type GitProcess, spawnGit } from "./git.ts";
import type { Repository } from "./repository.ts";
import { isOid } from "./ref.ts";

const ARGS = ["fast-import", "--quiet", "--done"];
const BUFFER_BYTES = 1 << 20;
const NO_OBJECT = "0".repeat(40);
const STAGE_REF = "refs/k0render/stage";
const encoder = new TextEncoder();

/** Writes commands of `git fast-import`, with back-pressure. */
export interface FastImportWriter {
  /** Writes a command line, without its line feed. */
  command(line: string): Promise<void>;
  /** Writes a file's text, as the `data` command. */
  data(text: string): Promise<void>;
}

/** What surrounds a run of `git fast-import`. */
export interface FastImportOptions {
  /** The commit that the tree starts from; left out, the empty tree. */
  readonly from?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes a tree with `git fast-import`.
 *
 * @param repository Where the objects go.
 * @param write Writes the commands that change the tree.
 * @param options What the tree starts from, what ends the work early.
 * @returns The tree's name.
 * @throws {GitError} If git refuses a command.
 * @throws Whatever `write` throws; the repository's refs are untouched then.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { initRepository } from "./repository.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * assertEquals(
 *   await fastImport(repository, async () => {}),
 *   "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
 * );
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function fastImport(
  repository: Repository,
  write: (writer: FastImportWriter) => Promise<void>,
  options: FastImportOptions = {},
): Promise<string> {
  options.signal?.throwIfAborted();
  const process = spawnGit(ARGS, { directory: repository.directory });
  const answer = new Response(process.stdout).text();
  const writer = new BufferedWriter(process.stdin);
  try {
    await begin(writer, options.from);
    await write(writer);
    await end(writer);
  } catch (error) {
    await writer.abandon();
    await removeCrashReport(process, repository);
    const { code, stderr } = await process.finished;
    // A broken pipe only says that git gave up; stderr says why.
    if (error instanceof BrokenPipe && code !== 0) throw failure(ARGS, stderr);
    throw error;
  }
  const { code, stderr } = await process.finished;
  const tree = /^040000 tree ([0-9a-f]{40})\t/.exec(await answer)?.[1];
  if (code === 0 && tree !== undefined) return tree;
  await removeCrashReport(process, repository);
  throw failure(ARGS, stderr);
}

async function begin(
  writer: BufferedWriter,
  from: string | undefined,
): Promise<void> {
  await writer.command(`commit ${STAGE_REF}`);
  await writer.command("mark :1");
  await writer.command("committer k0render <> 0 +0000");
  await writer.data("");
  if (from === undefined) await writer.command("deleteall");
  else if (isOid(from)) await writer.command(`from ${from}`);
  else throw new RangeError(`Cannot start from "${from}": it is no commit`);
}

async function end(writer: BufferedWriter): Promise<void> {
  await writer.command("");
  await writer.command('ls :1 ""');
  await writer.command(`reset ${STAGE_REF}`);
  await writer.command(`from ${NO_OBJECT}`);
  await writer.command("");
  await writer.command("done");
  await writer.close();
}

async function removeCrashReport(
  process: GitProcess,
  repository: Repository,
): Promise<void> {
  await process.finished;
  const report = `${repository.directory}/fast_import_crash_${process.pid}`;
  await Deno.remove(report).catch(() => {});
}

/** The process at the other end stopped reading. */
class BrokenPipe extends Error {
  override readonly name = "BrokenPipe";
}

/**
 * Gathers small commands into one buffer while git reads the other, and waits
 * where git is slower than we are.
 */
class BufferedWriter implements FastImportWriter {
  readonly #writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  #buffer = new Uint8Array(BUFFER_BYTES);
  #spare = new Uint8Array(BUFFER_BYTES);
  #used = 0;
  #sending: Promise<void> = Promise.resolve();

  constructor(stream: WritableStream<Uint8Array<ArrayBuffer>>) {
    this.#writer = stream.getWriter();
  }

  async command(line: string): Promise<void> {
    await this.#write(encoder.encode(`${line}\n`));
  }

  async data(text: string): Promise<void> {
    const bytes = encoder.encode(text);
    await this.command(`data ${bytes.length}`);
    await this.#write(bytes);
    await this.command("");
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#sending;
    await this.#writer.close();
  }

  /** Without `done`, fast-import gives up by itself and moves no ref. */
  async abandon(): Promise<void> {
    await this.#sending.catch(() => {});
    await this.#writer.close().catch(() => {});
  }

  async #write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#used + bytes.length > BUFFER_BYTES) await this.#flush();
    if (bytes.length > BUFFER_BYTES) return await this.#send(bytes);
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  async #flush(): Promise<void> {
    await this.#send(this.#buffer.subarray(0, this.#used));
    [this.#buffer, this.#spare] = [this.#spare, this.#buffer];
    this.#used = 0;
  }

  /** The bytes must stay as they are until the next one has been awaited. */
  async #send(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#sending;
    this.#sending = this.#writer.write(bytes).catch((error) => {
      throw new BrokenPipe("Cannot write to git", { cause: error });
    });
    this.#sending.catch(() => {});
  }
}
