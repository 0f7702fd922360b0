/**
 * A repository for oneself, for as long as git needs lock files in it.
 *
 * A git that was killed leaves its lock files behind, and every later one
 * fails on them. The claim is the kernel's own lock on an open file, which
 * ends with the process that holds it: so whoever has the claim knows that
 * lock files found there belong to nobody.
 *
 * @module
 */

import { delay } from "@std/async/delay";
import type { Repository } from "./repository.ts";

const CLAIM_FILE = "k0render.claim";
const PAUSE_MS = 20;
const LOCK_FILES = ["shallow.lock", "packed-refs.lock", "HEAD.lock"];
const REFS_DIRECTORY = "refs/k0render/fetched";

/**
 * Does something while nobody else fetches into a repository or tidies it.
 *
 * @param repository The repository.
 * @param action What to do.
 * @param options What ends the waiting early.
 * @returns What the action returns.
 * @throws Whatever the action throws.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const directory = await Deno.makeTempDir();
 * assertEquals(await withClaim({ directory }, () => Promise.resolve(7)), 7);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function withClaim<Result>(
  repository: Repository,
  action: () => Promise<Result>,
  options: { signal?: AbortSignal } = {},
): Promise<Result> {
  using file = await Deno.open(`${repository.directory}/${CLAIM_FILE}`, {
    create: true,
    write: true,
  });
  while (!await file.tryLock(true)) await delay(PAUSE_MS, options);
  await removeLockFiles(repository.directory);
  return await action();
}

async function removeLockFiles(directory: string): Promise<void> {
  const kept = await namesIn(`${directory}/${REFS_DIRECTORY}`);
  const refs = kept.filter((name) => name.endsWith(".lock"))
    .map((name) => `${REFS_DIRECTORY}/${name}`);
  for (const path of [...LOCK_FILES, ...refs]) {
    await Deno.remove(`${directory}/${path}`).catch(ignoreMissing);
  }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(directory));
    return entries.map(({ name }) => name);
  } catch (error) {
    ignoreMissing(error);
    return [];
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
