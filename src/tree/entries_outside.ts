/**
 * What a rendered branch has outside of some of its directories, found without
 * a look into them.
 *
 * @module
 */

import { remember } from "../model/mod.ts";
import type { PreviousBranch } from "./previous_branch.ts";
import type { PreviousEntry } from "./types.ts";

/**
 * The entries of a branch that are no directories and do not lie in some of
 * its directories.
 *
 * @param previous The branch.
 * @param directories The directories to leave out.
 * @returns The other entries.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { branch } from "./_testing.ts";
 * const previous = branch({ "a/b/c": "", "a/d": "", "e": "" });
 * const outside = [...entriesOutside(previous, new Set(["a/b"]))];
 * assertEquals(outside.map(({ path }) => path), ["e", "a/d"]);
 * ```
 */
export function* entriesOutside(
  previous: PreviousBranch,
  directories: ReadonlySet<string>,
): Generator<PreviousEntry> {
  yield* below("", directoriesOf(previous.entries), directories);
}

interface Directory {
  readonly entries: PreviousEntry[];
  /** The paths of the directories in it. */
  readonly directories: string[];
}

function* below(
  path: string,
  all: ReadonlyMap<string, Directory>,
  leftOut: ReadonlySet<string>,
): Generator<PreviousEntry> {
  const { entries = [], directories = [] } = all.get(path) ?? {};
  yield* entries;
  for (const directory of directories) {
    if (!leftOut.has(directory)) yield* below(directory, all, leftOut);
  }
}

const directoriesOf = remember((
  entries: ReadonlyMap<string, PreviousEntry>,
): ReadonlyMap<string, Directory> => {
  const all = new Map<string, Directory>();
  function directoryOf(path: string): Directory {
    const known = all.get(path);
    if (known !== undefined) return known;
    const made: Directory = { entries: [], directories: [] };
    all.set(path, made);
    if (path !== "") directoryOf(parentOf(path)).directories.push(path);
    return made;
  }
  for (const entry of entries.values()) {
    if (entry.mode === "040000") continue;
    directoryOf(parentOf(entry.path)).entries.push(entry);
  }
  return all;
});

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
