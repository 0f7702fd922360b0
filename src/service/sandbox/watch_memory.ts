/**
 * The memory of another process, watched from outside: a limit on V8's heap
 * says nothing of what lies beside it.
 *
 * @module
 */

const LOOK_MS = 25;

/**
 * Watches the memory of a process. Where the system does not tell of it (it
 * does on Linux), nothing is watched.
 *
 * Looks come between other work of this process, so the kernel is asked as
 * well to end that process before any other when memory runs out.
 *
 * @param pid The process.
 * @param options The most memory of all kinds, and who is told of more.
 * @returns Ends the watch.
 *
 * @example
 * ```ts
 * const unwatch = watchMemory(0, { residentMiB: 1, onExceeded() {} });
 * unwatch();
 * ```
 */
export function watchMemory(
  pid: number,
  options: { readonly residentMiB: number; readonly onExceeded: () => void },
): () => void {
  preferByOutOfMemoryKiller(pid);
  const timer = setInterval(() => {
    if (residentMiB(pid) > options.residentMiB) options.onExceeded();
  }, LOOK_MS);
  return () => clearInterval(timer);
}

function preferByOutOfMemoryKiller(pid: number): void {
  try {
    Deno.writeTextFileSync(`/proc/${pid}/oom_score_adj`, "1000", {
      create: false,
    });
  } catch {
    // The system has no such thing, or does not let us.
  }
}

function residentMiB(pid: number): number {
  try {
    const status = Deno.readTextFileSync(`/proc/${pid}/status`);
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
