/**
 * What a composed tree has other than the branch that it was composed onto.
 *
 * @module
 */

import { blobId } from "./blob_id.ts";
import { entriesOutside } from "./entries_outside.ts";
import type { PreviousBranch } from "./previous_branch.ts";
import type { TreeReport } from "./tree_input.ts";
import type { FileEntry, TreeEntry } from "./types.ts";

/** A file that a tree does not have any more. */
export interface GoneEntry {
  readonly kind: "gone";
  readonly path: string;
}

/** Something to change in a tree. */
export type TreeChange = FileEntry | GoneEntry;

/**
 * Leaves out what the branch has already, and adds what goes.
 *
 * @param entries The tree, as it is composed.
 * @param previous The branch that it is composed onto.
 * @returns The files to write and those to remove; at the end, the report. Of
 * a refused tree they mean nothing.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { branch } from "./_testing.ts";
 * function* tree() {
 *   yield { kind: "file", path: "a", text: "1" } as const;
 *   yield { kind: "file", path: "b", text: "2" } as const;
 *   return { kind: "composed", changed: true, units: [], failed: [], findings: [] } as const;
 * }
 * assertEquals([...treeChanges(tree(), branch({ a: "1", c: "3" }))], [
 *   { kind: "file", path: "b", text: "2" },
 *   { kind: "gone", path: "c" },
 * ]);
 * ```
 */
export function* treeChanges(
  entries: Generator<TreeEntry, TreeReport>,
  previous: PreviousBranch,
): Generator<TreeChange, TreeReport> {
  const subtrees = new Set<string>();
  const files = new Set<string>();
  for (;;) {
    const { done, value } = entries.next();
    if (done) {
      for (const { path } of entriesOutside(previous, subtrees)) {
        if (!files.has(path)) yield { kind: "gone", path };
      }
      return value;
    }
    if (value.kind === "graft" && value.mode === "040000") {
      subtrees.add(value.path);
      continue;
    }
    files.add(value.path);
    if (value.kind === "graft") continue;
    if (previous.entries.get(value.path)?.oid !== blobId(value.text)) {
      yield value;
    }
  }
}
