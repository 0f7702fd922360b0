/**
 * A tree whose entries one takes, and whose report another reads.
 *
 * @module
 */

import type { TreeEntry, TreeReport } from "../tree/mod.ts";

/**
 * Keeps what a generator returns while somebody else takes what it yields.
 *
 * @param generator The tree.
 * @returns Its entries, and its report, once they are all taken.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import type { TreeEntry, TreeReport } from "../tree/mod.ts";
 * function* tree(): Generator<TreeEntry, TreeReport> {
 *   yield { kind: "file", path: "a", text: "" };
 *   return { kind: "refused", findings: [] };
 * }
 * const { entries, report } = withReport(tree());
 * assertEquals([...entries].length, 1);
 * assertEquals(report().kind, "refused");
 * ```
 */
export function withReport(
  generator: Generator<TreeEntry, TreeReport>,
): { entries: Iterable<TreeEntry>; report: () => TreeReport } {
  let report: TreeReport | undefined;
  function* entries(): Generator<TreeEntry> {
    report = yield* generator;
  }
  return {
    entries: entries(),
    report() {
      if (report !== undefined) return report;
      throw new Error(
        "Cannot tell what became of the tree: it is not finished",
      );
    },
  };
}
