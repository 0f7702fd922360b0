import type { CommentBudget } from "../forge.ts";

/** The room that a marker takes in a comment, at most. */
export const MARKER_CHARACTERS = 200;

const MARKER = /^[A-Za-z0-9._:/-]{1,150}$/;

/**
 * The hidden beginning of a comment, by which it is found again.
 *
 * @param marker The marker.
 * @param dialect The forge's Markdown. Bitbucket shows HTML comments, but
 * hides definitions of links.
 * @returns The text; the comment's own follows.
 * @throws {TypeError} If the marker has other characters than letters, digits
 * and `._:/-`, or `--`, which ends an HTML comment.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(markerLine("k0render:fleet", "github"), "<!-- k0render:fleet -->\n");
 * assertEquals(markerLine("k0render", "bitbucket"), "[//]: # (k0render)\n\n");
 * ```
 */
export function markerLine(
  marker: string,
  dialect: CommentBudget["dialect"],
): string {
  if (!MARKER.test(marker) || marker.includes("--")) {
    throw new TypeError(`Cannot hide "${marker}" in a comment`);
  }
  return dialect === "bitbucket"
    ? `[//]: # (${marker})\n\n`
    : `<!-- ${marker} -->\n`;
}
