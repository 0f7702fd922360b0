/**
 * Parts of a comment that are folded away until somebody opens them.
 *
 * @module
 */

import type { Dialect } from "./dialect.ts";

/** The one line of a folded part that is always there. */
export interface FoldTitle {
  /** The line, as HTML. */
  readonly html: string;
  /** The line, as Markdown. */
  readonly markdown: string;
}

/**
 * Begins and ends a folded part.
 *
 * @param dialect How to write.
 * @param title The line that is always there.
 * @returns What stands before and after; where nothing folds, a heading.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   folded({ folds: false }, { html: "All", markdown: "**All**" }),
 *   { open: "**All**\n\n", close: "" },
 * );
 * ```
 */
export function folded(
  dialect: Dialect,
  { html, markdown }: FoldTitle,
): { readonly open: string; readonly close: string } {
  if (!dialect.folds) return { open: `${markdown}\n\n`, close: "" };
  return {
    open: `<details>\n<summary>${html}</summary>\n\n`,
    close: "</details>\n\n",
  };
}
