/**
 * Cuts a text at its document markers, before any of it is parsed.
 *
 * A line that begins with `---` or `...` ends a document wherever it stands,
 * also inside a block scalar; so cutting there first is exact, and a document
 * that does not parse leaves the others readable.
 *
 * @module
 */

/** A part of a text that holds one document. */
export interface DocumentSpan {
  /** Offset of the first character. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
}

// What follows `...` on its line is for the parser to refuse.
const MARKER = /^(?:---(?=[ \t\r\n]|$)|\.\.\.(?=[ \t]*(?:#.*)?(?:[\r\n]|$)))/gm;
const BLANK_LINE = /[ \t\uFEFF]*(?:#.*)?(?:\r\n?|\n|$)/y;
const LINE_END = /\r\n?|\n|$/g;

/**
 * Cuts a text into its documents.
 *
 * @param text The text.
 * @returns The spans of the documents that hold more than comments, in order.
 * A span leaves out the `---` line, unless that line itself bears content.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const text = "a: 1\n---\n# nothing\n---\nb: 2\n";
 * const texts = splitDocuments(text).map((span) => text.slice(span.start, span.end));
 * assertEquals(texts, ["a: 1\n", "b: 2\n"]);
 * ```
 */
export function splitDocuments(text: string): DocumentSpan[] {
  const spans: DocumentSpan[] = [];
  let start = 0;
  let inDirectives = false;
  for (const { index, 0: marker } of text.matchAll(MARKER)) {
    const content = contentOffset(text, start, index);
    inDirectives = !inDirectives && content < index && text[content] === "%";
    if (inDirectives) continue;
    if (content < index) spans.push({ start, end: index });
    start = afterMarker(text, index, marker);
  }
  if (contentOffset(text, start, text.length) < text.length) {
    spans.push({ start, end: text.length });
  }
  return spans;
}

/**
 * Where a document's content begins.
 *
 * @param text The text.
 * @param start Where to begin, at the start of a line.
 * @param end Where the document ends.
 * @returns The offset of the first line that is neither blank nor a comment;
 * `end` where there is none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(contentOffset("# a\n\nb: 1\n", 0, 10), 5);
 * ```
 */
export function contentOffset(
  text: string,
  start: number,
  end: number,
): number {
  let offset = start;
  while (offset < end) {
    BLANK_LINE.lastIndex = offset;
    if (!BLANK_LINE.test(text)) return offset;
    offset = BLANK_LINE.lastIndex;
  }
  return end;
}

/** `--- {a: 1}` is content that only the parser can judge: it keeps its marker. */
function afterMarker(text: string, index: number, marker: string): number {
  LINE_END.lastIndex = index;
  LINE_END.test(text);
  const nextLine = LINE_END.lastIndex;
  const rest = text.slice(index + marker.length, nextLine).trim();
  return marker === "---" && rest !== "" && !rest.startsWith("#")
    ? index
    : nextLine;
}
