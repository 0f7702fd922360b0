/**
 * A rendered tree as a directory on disk.
 *
 * @module
 */

import { dirname, join } from "@std/path";
import { type TreeEntry, TreePaths, type TreeReport } from "../tree/mod.ts";

const MARK = join("flux", "unit.json");

/** What became of a directory. */
export type WriteDirectoryOutcome =
  | {
    readonly kind: "written";
    readonly files: number;
    readonly report: TreeReport;
  }
  | { readonly kind: "refused"; readonly report: TreeReport }
  | { readonly kind: "occupied"; readonly reason: string };

/**
 * Writes a tree to a directory, as a whole or not at all: it is written beside
 * the directory first and takes its place at the end.
 *
 * @param directory Where to. What an earlier render wrote there is replaced;
 * anything else stays untouched, and nothing is written.
 * @param entries The tree; files only.
 * @returns How many files were written, or why none were: the tree was refused
 * in the end, or the directory is somebody else's.
 * @throws {RangeError} If a path could lead out of the directory.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import type { TreeEntry, TreeReport } from "../tree/mod.ts";
 * function* tree(): Generator<TreeEntry, TreeReport> {
 *   yield { kind: "file", path: "a/b", text: "" };
 *   return { kind: "composed", changed: true, units: [], failed: [], findings: [] };
 * }
 * const parent = await Deno.makeTempDir();
 * assertEquals((await writeDirectory(`${parent}/out`, tree())).kind, "written");
 * assertEquals((await writeDirectory(parent, tree())).kind, "occupied");
 * await Deno.remove(parent, { recursive: true });
 * ```
 */
export async function writeDirectory(
  directory: string,
  entries: Generator<TreeEntry, TreeReport>,
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
    const { files, report } = await writeFiles(stage, entries);
    if (report.kind === "refused") return { kind: "refused", report };
    await remove(directory);
    await Deno.rename(stage, directory);
    await Deno.chmod(directory, 0o755);
    return { kind: "written", files, report };
  } finally {
    await remove(stage);
  }
}

async function writeFiles(
  stage: string,
  entries: Generator<TreeEntry, TreeReport>,
): Promise<{ files: number; report: TreeReport }> {
  const paths = new TreePaths();
  const made = new Set<string>();
  for (let files = 0;; files += 1) {
    const { done, value } = entries.next();
    if (done) return { files, report: value };
    const problem = paths.add(value.path);
    if (problem !== undefined || value.kind !== "file") {
      throw new RangeError(
        `Cannot write ${JSON.stringify(value.path)}: ${problem ?? "no file"}`,
      );
    }
    const target = join(stage, value.path);
    const parent = dirname(target);
    if (!made.has(parent)) await Deno.mkdir(parent, { recursive: true });
    made.add(parent);
    await Deno.writeTextFile(target, value.text);
  }
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
