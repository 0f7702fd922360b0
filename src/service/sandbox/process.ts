/**
 * A process that may do nothing but compute: it reads lines from its parent
 * and answers with lines.
 *
 * What must hold: it is started without any permission, in an empty
 * environment, never by a shell; it has no file descriptor but its three
 * pipes; it is ended by SIGKILL, which it cannot catch; and nothing that it
 * says is believed before it has been checked, whoever seems to say it.
 *
 * @module
 */

import { fromFileUrl } from "@std/path";
import type { ProcessLimits } from "./limits.ts";
import { LineReader } from "./line_reader.ts";
import { watchMemory } from "./watch_memory.ts";
import { readMessage } from "./wire.ts";

/** Where Deno finds the packages that the process is made of. */
const CACHE_VARIABLES = ["DENO_DIR", "HOME", "LOCALAPPDATA", "XDG_CACHE_HOME"];
/** A process that does not listen for so long is ended. */
const SEND_MS = 60_000;
const CONFIG = new URL("../../../deno.json", import.meta.url);

/** Why a process came to an end. */
export type SandboxEnd =
  | {
    /** A limit was exceeded, and the process was ended for it. */
    readonly kind: "memory" | "output" | "time";
  }
  | {
    /** It said what is no line of JSON, and was ended for it. */
    readonly kind: "garbled";
  }
  | {
    readonly kind: "died";
    /** How, as the system says it: `signal SIGTRAP`, `exit code 1`. */
    readonly how: string;
  };

/** What a process says next, or that it says no more. */
export type Received =
  | { readonly kind: "said"; readonly message: unknown }
  | { readonly kind: "ended"; readonly end: SandboxEnd };

/** A process that may do nothing but compute. */
export class SandboxProcess implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  readonly #lines: LineReader;
  readonly #stderr: Promise<void>;
  readonly #unwatch: () => void;
  #end: SandboxEnd | undefined;

  /**
   * Starts a process.
   *
   * @param entry The module to run. What it imports statically is loaded
   * before it has no permissions, so it must be our own.
   * @param limits How much it may take.
   */
  constructor(entry: URL, limits: ProcessLimits) {
    this.#child = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "--quiet",
        "--no-prompt",
        "--no-remote",
        "--cached-only",
        "--no-lock",
        `--config=${fromFileUrl(CONFIG)}`,
        `--v8-flags=--max-old-space-size=${limits.heapMiB}`,
        entry.href,
      ],
      clearEnv: true,
      env: environment(),
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    this.#writer = this.#child.stdin.getWriter();
    this.#lines = new LineReader(this.#child.stdout, limits.outputBytes);
    this.#stderr = drain(this.#child.stderr);
    this.#unwatch = watchMemory(this.#child.pid, {
      residentMiB: limits.residentMiB,
      onExceeded: () => this.#kill({ kind: "memory" }),
    });
  }

  /**
   * Says something to the process. Where it does not listen any more,
   * {@linkcode SandboxProcess.receive} tells why.
   *
   * @param message What JSON can hold.
   * @returns When the process has room for more.
   */
  async send(message: unknown): Promise<void> {
    const line = `${JSON.stringify(message)}\n`;
    const timer = setTimeout(() => this.#kill({ kind: "time" }), SEND_MS);
    try {
      await this.#writer.write(new TextEncoder().encode(line));
    } catch {
      // It has ended.
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Waits for the process to say something.
   *
   * @param waitMs How long; after that it is ended.
   * @returns What it says, not checked, or that it says no more.
   */
  async receive(waitMs: number): Promise<Received> {
    const timer = setTimeout(() => this.#kill({ kind: "time" }), waitMs);
    try {
      const read = await this.#lines.next();
      if (this.#end !== undefined) return await this.#ended(this.#end);
      if (read.kind === "too-much") {
        return await this.#ended({ kind: "output" });
      }
      if (read.kind === "end") return await this.#ended();
      const message = parse(read.line);
      return message === undefined
        ? await this.#ended({ kind: "garbled" })
        : { kind: "said", message };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the process, and waits until it is gone. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#ended({ kind: "died", how: "it was not needed any more" });
  }

  async #ended(cause?: SandboxEnd): Promise<Received> {
    if (cause !== undefined) this.#kill(cause);
    const { code, signal } = await this.#child.status;
    this.#unwatch();
    await this.#lines.cancel();
    await this.#stderr;
    await this.#writer.abort().catch(() => {});
    const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
    return { kind: "ended", end: this.#end ?? { kind: "died", how } };
  }

  #kill(cause: SandboxEnd): void {
    this.#end ??= cause;
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // It has ended already.
    }
  }
}

function environment(): Record<string, string> {
  const found = CACHE_VARIABLES.flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(found), DENO_NO_UPDATE_CHECK: "1" };
}

function parse(line: string): unknown {
  try {
    return readMessage(line);
  } catch {
    return undefined;
  }
}

/** Nobody reads what it complains of, but it must not wait for a reader. */
async function drain(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  await stream.pipeTo(new WritableStream()).catch(() => {});
}
