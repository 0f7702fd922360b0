/**
 * The command line, in this process or in one of its own.
 *
 * @module
 */

import { fromFileUrl } from "@std/path";
import { run } from "../src/cli/program.ts";
import { LineReader } from "./line_reader.ts";

/** What a command left behind. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const MAIN = fromFileUrl(new URL("../src/cli/main.ts", import.meta.url));

/**
 * Runs a command line in this process.
 *
 * @param args The arguments.
 * @returns What it left behind.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals((await k0render("--version")).code, 0);
 * ```
 */
export async function k0render(...args: string[]): Promise<CliResult> {
  let stdout = "";
  let stderr = "";
  const terminal = {
    out: (text: string) => void (stdout += text),
    err: (text: string) => void (stderr += text),
    colour: false,
    interactive: false,
  };
  const { signal } = new AbortController();
  const code = await run(args, { terminal, signal });
  return { code, stdout, stderr };
}

/**
 * Runs a command line in a process of its own.
 *
 * @param args The arguments.
 * @param env What its environment has beside that of this process.
 * @returns What it left behind.
 */
export async function k0renderProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const { code, stdout, stderr } = await spawn(args, env).output();
  const decoder = new TextDecoder();
  return {
    code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}

/** A command that goes on until it is told to stop. */
export interface RunningCli {
  readonly stdout: LineReader;
  readonly stderr: LineReader;
  /** Asks it to stop; returns its exit code. */
  stop(): Promise<number>;
}

/**
 * Runs a test beside a command line, which does not outlive the test.
 *
 * @param args The arguments.
 * @param test The test.
 */
export async function withK0render(
  args: readonly string[],
  test: (running: RunningCli) => Promise<void>,
): Promise<void> {
  const child = spawn(args, {});
  const stdout = new LineReader(child.stdout);
  const stderr = new LineReader(child.stderr);
  let isRunning = true;
  const status = child.status.finally(() => isRunning = false);
  async function stop(): Promise<number> {
    child.kill("SIGTERM");
    return (await status).code;
  }
  try {
    await test({ stdout, stderr, stop });
  } finally {
    if (isRunning) child.kill("SIGKILL");
    await Promise.all([status, stdout.cancel(), stderr.cancel()]);
  }
}

function spawn(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "-A", MAIN, ...args],
    env: { NO_COLOR: "1", ...env },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}
