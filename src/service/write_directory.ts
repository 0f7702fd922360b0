/**
 * A rendered tree as a directory on disk.
 *
 * @module
 */

import { dirname, join } from "@std/path";
import { type TreeEntry, TreePaths } from "../tree/mod.ts";

const MARK = join("flux", "unit.json");

/** What became of a directory. */
export type WriteDirectoryOutcome =
  | { readonly kind: "written"; readonly files: number }
  | { readonly kind: "occupied"; readonly reason: string };

/**
 * Writes a tree to a directory, as a whole or not at all: it is written beside
 * the directory first and takes its place at the end.
 *
 * @param directory Where to. What an earlier render wrote there is replaced;
 * anything else stays untouched, and nothing is written.
 * @param entries The tree; files only.
 * @returns How many files were written, or why none were.
 * @throws {RangeError} If a path could lead out of the directory.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const parent = await Deno.makeTempDir();
 * assertEquals(
 *   await writeDirectory(`${parent}/out`, [{ kind: "file", path: "a/b", text: "" }]),
 *   { kind: "written", files: 1 },
 * );
 * assertEquals((await writeDirectory(parent, [])).kind, "occupied");
 * await Deno.remove(parent, { recursive: true });
 * ```
 */
export async function writeDirectory(
  directory: string,
  entries: Iterable<TreeEntry>,
): Promise<WriteDirectoryOutcome> {
  if (await isOccupied(directory)) {
    return {
      kind: "occupied",
      reason:
        `Cannot write to "${directory}": it holds files that k0render did not write`,
    };
  }
  const parent = dirname(join(directory, "."));
  await Deno.mkdir(parent, { recursive: true });
  const stage = await Deno.makeTempDir({ dir: parent, prefix: ".k0render-" });
  try {
    const files = await writeFiles(stage, entries);
    await remove(directory);
    await Deno.rename(stage, directory);
    await Deno.chmod(directory, 0o755);
    return { kind: "written", files };
  } finally {
    await remove(stage);
  }
}

async function writeFiles(
  stage: string,
  entries: Iterable<TreeEntry>,
): Promise<number> {
  const paths = new TreePaths();
  const made = new Set<string>();
  let files = 0;
  for (const entry of entries) {
    const problem = paths.add(entry.path);
    if (problem !== undefined || entry.kind !== "file") {
      throw new RangeError(
        `Cannot write ${JSON.stringify(entry.path)}: ${problem ?? "no file"}`,
      );
    }
    const target = join(stage, entry.path);
    const parent = dirname(target);
    if (!made.has(parent)) await Deno.mkdir(parent, { recursive: true });
    made.add(parent);
    await Deno.writeTextFile(target, entry.text);
    files += 1;
  }
  return files;
}

async function isOccupied(directory: string): Promise<boolean> {
  try {
    for await (const _ of Deno.readDir(directory)) {
      return !await exists(join(directory, MARK));
    }
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
  return false;
}

async function exists(path: string): Promise<boolean> {
  try {
    return (await Deno.lstat(path)).isFile;
  } catch {
    return false;
  }
}

async function remove(path: string): Promise<void> {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
