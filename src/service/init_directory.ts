/**
 * A definitions repository to start from.
 *
 * @module
 */

import { join } from "@std/path";

/** What became of the wish for a repository to start from. */
export type InitOutcome =
  | { readonly kind: "written"; readonly files: readonly string[] }
  | { readonly kind: "not-empty" };

const STARTER = new URL("../../fixtures/starter/", import.meta.url);
const FILES = [
  "README.md",
  "clusters/first.yaml",
  "credentials/aws.yaml",
  "k0render.yaml",
  "namespaces.yaml",
] as const;

/**
 * Writes a definitions repository to start from.
 *
 * @param directory Where to; made where it is missing. Only dot-files may be
 * in it, as of a repository that was just initialised.
 * @returns The files that were written, or that something is there already.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const directory = await Deno.makeTempDir();
 * assertEquals((await initDirectory(directory)).kind, "written");
 * assertEquals((await initDirectory(directory)).kind, "not-empty");
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function initDirectory(directory: string): Promise<InitOutcome> {
  await Deno.mkdir(directory, { recursive: true });
  for await (const { name } of Deno.readDir(directory)) {
    if (!name.startsWith(".")) return { kind: "not-empty" };
  }
  for (const path of FILES) {
    const target = join(directory, path);
    await Deno.mkdir(join(target, ".."), { recursive: true });
    await Deno.writeTextFile(
      target,
      await Deno.readTextFile(new URL(path, STARTER)),
    );
  }
  return { kind: "written", files: FILES };
}
