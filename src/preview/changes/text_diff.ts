/**
 * What differs between two texts, line by line.
 *
 * @module
 */

import { structuredPatch } from "diff";

/** Above so many edits, a diff says no more than both texts do. */
const MOST_EDITS = 2_000;
const CONTEXT = 2;

/** A line of a diff: gone, new, the same, or left out (`…`). */
export interface DiffLine {
  readonly sign: "-" | "+" | " " | "…";
  readonly text: string;
}

/**
 * Compares two texts.
 *
 * @param before One text.
 * @param after The other one.
 * @returns The lines that differ, with the ones around them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(textDiff("a\nb", "a\nc"), [
 *   { sign: " ", text: "a" },
 *   { sign: "-", text: "b" },
 *   { sign: "+", text: "c" },
 * ]);
 * ```
 */
export function textDiff(before: string, after: string): DiffLine[] {
  const patch = structuredPatch("", "", closed(before), closed(after), "", "", {
    context: CONTEXT,
    maxEditLength: MOST_EDITS,
  });
  if (patch === undefined) {
    return [...signed(before, "-"), ...signed(after, "+")];
  }
  return patch.hunks.flatMap((hunk, index) => [
    ...(index === 0 ? [] : [{ sign: "…", text: "" } as const]),
    ...hunk.lines.map(readLine),
  ]);
}

/** A last line without a break would count as another line. */
function closed(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

function readLine(line: string): DiffLine {
  const sign = line[0] === "-" || line[0] === "+" ? line[0] : " ";
  return { sign, text: line.slice(1) };
}

function signed(text: string, sign: "-" | "+"): DiffLine[] {
  if (text === "") return [];
  return closed(text).slice(0, -1).split("\n").map((line) => ({
    sign,
    text: line,
  }));
}
