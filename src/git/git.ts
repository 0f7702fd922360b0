/**
 * The one place where git is started.
 *
 * Never a shell, never a credential among the arguments, never more output
 * than the caller can take. What git prints to stderr is scrubbed before
 * anything else sees it.
 *
 * @module
 */

import { type EnvironmentOptions, gitEnvironment } from "./environment.ts";
import { scrub } from "./scrub.ts";

const MAX_STDERR_BYTES = 64 * 1024;
const DEFAULT_MAX_OUTPUT_BYTES = 16 * 1024 * 1024;

/** How one git process is started. */
export interface SpawnOptions extends EnvironmentOptions {
  /** Values that must never appear in what is reported of this process. */
  readonly secrets?: readonly string[];
  /** Ends the process. */
  readonly signal?: AbortSignal;
}

/** How one git process is started and read to its end. */
export interface RunOptions extends SpawnOptions {
  /** What git reads from stdin; left out, nothing. */
  readonly input?: Uint8Array<ArrayBuffer> | string;
  /** How much git may print. @default 16 MiB */
  readonly maxOutputBytes?: number;
}

/** How a git process ended. */
export interface GitExit {
  readonly code: number;
  /** What it printed to stderr, scrubbed. */
  readonly stderr: string;
}

/** How a git process ended, and what it printed. */
export interface GitResult extends GitExit {
  readonly stdout: string;
}

/** A git process under way. */
export interface GitProcess {
  readonly pid: number;
  readonly stdin: WritableStream<Uint8Array<ArrayBuffer>>;
  readonly stdout: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Settles when the process has ended; never rejects. */
  readonly finished: Promise<GitExit>;
  /** Ends the process; nothing happens where it has ended already. */
  kill(): void;
}

/** Git could not be run, or did not do what it always does. */
export class GitError extends Error {
  override readonly name = "GitError";
}

/**
 * Starts git for a conversation over its stdin and stdout.
 *
 * @param args The arguments; no credentials, no unchecked input before `--`.
 * @param options What the process may know.
 * @returns The process.
 * @throws {GitError} If git is not installed or may not be run.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const process = spawnGit(["version"]);
 * await process.stdin.close();
 * await process.stdout.cancel();
 * assertEquals((await process.finished).stderr, "");
 * ```
 */
export function spawnGit(
  args: readonly string[],
  options: SpawnOptions = {},
): GitProcess {
  const child = start(args, options, "piped");
  return {
    pid: child.pid,
    stdin: child.stdin,
    stdout: child.stdout,
    finished: finish(child, options.secrets),
    kill: () => kill(child),
  };
}

/**
 * Runs git to its end.
 *
 * @param args The arguments; no credentials, no unchecked input before `--`.
 * @param options What the process may know, what it reads, what it may print.
 * @returns How it ended and what it printed; a non-zero code is a value.
 * @throws {GitError} If git is not installed, or prints more than it may.
 *
 * @example
 * ```ts
 * import { assertMatch } from "@std/assert";
 * const { stdout } = await runGit(["version"]);
 * assertMatch(stdout, /^git version 2\./);
 * ```
 */
export async function runGit(
  args: readonly string[],
  options: RunOptions = {},
): Promise<GitResult> {
  options.signal?.throwIfAborted();
  const child = start(
    args,
    options,
    options.input === undefined ? "null" : "piped",
  );
  const finished = finish(child, options.secrets);
  const written = options.input === undefined
    ? undefined
    : writeInput(child.stdin, options.input);
  try {
    const stdout = await readText(child.stdout, options.maxOutputBytes);
    await written;
    return { ...await finished, stdout };
  } catch (error) {
    kill(child);
    await finished;
    throw error;
  } finally {
    options.signal?.throwIfAborted();
  }
}

/**
 * Runs git where only success is to be expected.
 *
 * @param args The arguments, as for {@linkcode runGit}.
 * @param options As for {@linkcode runGit}.
 * @returns What git printed to stdout.
 * @throws {GitError} If git ends with anything but success.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * await assertRejects(() => git(["no-such-command"]), GitError);
 * ```
 */
export async function git(
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await runGit(args, options);
  if (code !== 0) throw failure(args, stderr);
  return stdout;
}

/**
 * The error for a git process that should have succeeded.
 *
 * @param args The arguments that it ran with.
 * @param stderr What it printed to stderr, scrubbed.
 * @returns The error, to be thrown.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   failure(["mktree"], "fatal: oh").message,
 *   'Cannot run "git mktree": fatal: oh',
 * );
 * ```
 */
export function failure(args: readonly string[], stderr: string): GitError {
  return new GitError(
    `Cannot run "git ${args[0]}": ${stderr || "it failed without a word"}`,
  );
}

function start(
  args: readonly string[],
  options: SpawnOptions,
  stdin: "piped" | "null",
): Deno.ChildProcess {
  try {
    return new Deno.Command("git", {
      args: [...args],
      clearEnv: true,
      env: gitEnvironment(options),
      stdin,
      stdout: "piped",
      stderr: "piped",
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    }).spawn();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new GitError(
      "Cannot run git: no such program on the PATH; install git 2.39 or newer",
      { cause: error },
    );
  }
}

async function finish(
  child: Deno.ChildProcess,
  secrets: readonly string[] | undefined,
): Promise<GitExit> {
  const stderr = readHead(child.stderr);
  const { code } = await child.status;
  return { code, stderr: scrub(await stderr, secrets) };
}

function kill(child: Deno.ChildProcess): void {
  try {
    child.kill();
  } catch {
    // It has ended already.
  }
}

async function writeInput(
  stdin: WritableStream<Uint8Array<ArrayBuffer>>,
  input: Uint8Array<ArrayBuffer> | string,
): Promise<void> {
  const bytes = typeof input === "string"
    ? new TextEncoder().encode(input)
    : input;
  const writer = stdin.getWriter();
  try {
    await writer.write(bytes);
    await writer.close();
  } catch {
    // Git stopped reading; its exit code says why.
  }
}

async function readText(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  maxBytes = DEFAULT_MAX_OUTPUT_BYTES,
): Promise<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new GitError(
        `Cannot read what git prints: it is more than ${maxBytes} bytes`,
      );
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Reads to the end, so that git never blocks, but keeps the head only. */
async function readHead(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    if (text.length >= MAX_STDERR_BYTES) continue;
    text += decoder.decode(chunk, { stream: true });
  }
  return text.slice(0, MAX_STDERR_BYTES);
}
