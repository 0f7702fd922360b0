/**
 * Repositories that people work in.
 *
 * @module
 */

import { resolve } from "@std/path";
import type { Repository } from "./repository.ts";

/**
 * Finds the repository of a directory: its own `.git`, that of a linked work
 * tree, or the directory itself where it is bare. It is only read.
 *
 * @param directory The directory.
 * @returns The repository, or `undefined` where the directory is not the root
 * of one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { initRepository } from "./repository.ts";
 * const directory = await Deno.makeTempDir();
 * assertEquals(await findRepository(directory), undefined);
 * const bare = await initRepository(`${directory}/.git`);
 * assertEquals(await findRepository(directory), bare);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function findRepository(
  directory: string,
): Promise<Repository | undefined> {
  const link = await readLink(`${directory}/.git`);
  const candidates = [
    `${directory}/.git`,
    ...(link === undefined ? [] : [resolve(directory, link)]),
    directory,
  ];
  for (const candidate of candidates) {
    if (await isFile(`${candidate}/HEAD`)) return { directory: candidate };
  }
  return undefined;
}

/** What `.git` of a linked work tree or a submodule says. */
async function readLink(path: string): Promise<string | undefined> {
  if (!await isFile(path)) return undefined;
  const text = await Deno.readTextFile(path);
  return /^gitdir: (.+?)\s*$/.exec(text)?.[1];
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch {
    return false;
  }
}
