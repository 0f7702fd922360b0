/**
 * Whole processes, timed.
 *
 * @module
 */

/** What a process took. */
export interface Run {
  /** From start to exit, in milliseconds. */
  readonly ms: number;
  /** The most memory it held, in MiB; `NaN` where the system does not tell. */
  readonly peakMiB: number;
  readonly stdout: string;
}

/**
 * Runs a process to its end.
 *
 * @param command The program and its arguments.
 * @param options `cwd`, more environment, and what to write to its standard input.
 * @returns What it took.
 * @throws {Error} Where it exits with anything but 0.
 */
export async function run(
  command: readonly string[],
  options: {
    cwd?: string;
    env?: Record<string, string>;
    stdin?: Uint8Array<ArrayBuffer>;
  } = {},
): Promise<Run> {
  const [program = "", ...args] = command;
  const begin = performance.now();
  const child = new Deno.Command(program, {
    args,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.env === undefined ? {} : { env: options.env }),
    stdin: options.stdin === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const memory = watchMemory(child.pid);
  const fed = options.stdin === undefined
    ? undefined
    : new Blob([options.stdin]).stream().pipeTo(child.stdin);
  const [output] = await Promise.all([child.output(), fed]);
  const ms = performance.now() - begin;
  const peakMiB = memory();
  if (!output.success) {
    const text = new TextDecoder().decode(output.stderr);
    throw new Error(`Cannot run "${command.join(" ")}": ${text}`);
  }
  return { ms, peakMiB, stdout: new TextDecoder().decode(output.stdout) };
}

/** The kernel keeps the high-water mark itself, so sampling misses nothing but the last instants. */
function watchMemory(pid: number): () => number {
  let peakMiB = NaN;
  const timer = setInterval(() => {
    try {
      const status = Deno.readTextFileSync(`/proc/${pid}/status`);
      const kib = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]);
      if (!Number.isNaN(kib)) peakMiB = kib / 1024;
    } catch {
      // The process has gone, or the system has no /proc.
    }
  }, 20);
  return () => {
    clearInterval(timer);
    return peakMiB;
  };
}
