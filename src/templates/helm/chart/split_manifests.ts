/**
 * The documents of what a template wrote, told apart as Helm does: by a
 * pattern, not by YAML. `---apiVersion: v1` begins a document too, and a text
 * in a block that looks like a marker ends one.
 *
 * @module
 */

import type { HelmVersion } from "./chart.ts";

const MARKER = "---";
const LEADING =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
const TRAILING = new RegExp(`${LEADING.source.slice(1)}$`);

/**
 * Splits a text into documents.
 *
 * @param text What a template wrote.
 * @param helm The Helm to follow: Helm 3 also takes white space off the ends.
 * @returns The documents that hold anything.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(splitManifests("a: 1\n---b: 2\n", 4), ["a: 1", "b: 2\n"]);
 * ```
 */
export function splitManifests(text: string, helm: HelmVersion): string[] {
  return splitAtMarkers(text.replace(LEADING, ""))
    .map((document) => document.replace(LEADING, ""))
    .map((document) => helm === 3 ? trimEnd(document) : document)
    .filter((document) => document !== "");
}

/**
 * The pattern is `(?:^|\s*\n)---\s*`; looking for it by hand takes linear time
 * where a backtracking engine needs the square of a run of blank lines.
 */
function splitAtMarkers(text: string): string[] {
  const documents: string[] = [];
  let start = 0;
  if (text.startsWith(MARKER)) {
    documents.push("");
    start = skipSpace(text, MARKER.length);
  }
  while (true) {
    const found = text.indexOf(`\n${MARKER}`, start);
    if (found < 0) break;
    let end = found;
    while (end > start && isSpace(text[end - 1])) end--;
    documents.push(text.slice(start, end));
    start = skipSpace(text, found + 1 + MARKER.length);
  }
  documents.push(text.slice(start));
  return documents;
}

function skipSpace(text: string, start: number): number {
  let index = start;
  while (isSpace(text[index])) index++;
  return index;
}

/** What `\s` means in Go's regular expressions. */
function isSpace(char: string | undefined): boolean {
  return char === " " || char === "\n" || char === "\t" || char === "\r" ||
    char === "\f";
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && TRAILING.test(text[end - 1] as string)) end--;
  return text.slice(0, end);
}
