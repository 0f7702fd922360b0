/**
 * Where on its line a tag stands, seen as YAML.
 *
 * A value that a template writes is quoted for its place, so it must be clear
 * from the template alone that the place takes a whole value: after `key: ` or
 * `- `, in a flow list, or as a key. This is decided on the template's lines
 * with all tags masked, not on the text that comes out.
 *
 * @module
 */

import type { Node } from "./ast.ts";

/** A template's lines, prepared for looking at the places of its tags. */
export interface Layout {
  /** The lines with each tag replaced by as many {@linkcode MASK}s. */
  readonly lines: readonly string[];
  /** Whether a line belongs to a block scalar (`|` or `>`). */
  readonly literal: readonly boolean[];
  /** The lines that only open, continue or close blocks, or only comment. */
  readonly blockTags: ReadonlySet<number>;
  /** Tags of blocks that do not stand alone on their lines. */
  readonly crowded: readonly {
    readonly line: number;
    readonly column: number;
  }[];
}

/**
 * Where a tag stands: alone on its line (also after `- `), as a whole value
 * after `key: `, as a whole value within `[…]` or `{…}`, as a key, or none of
 * these.
 */
export type Placement = "line" | "value" | "flow" | "key" | "glued";

/** Stands for a character of a tag. */
const MASK = "\u0001";

/** A single backslash before the braces makes them text. */
const TAG =
  /(?<!(?<!\\)\\)(?:\{\{!--[\s\S]*?--\}\}|\{\{\{?\{?[\s\S]*?\}\}\}?\}?)/g;
const ITEMS = /^ *(?:- +)*/;
const KEY = `(?:"[^"]*"|'[^']*'|${MASK}+|[\\w$][^\\s:"'{}\\[\\],#]*)`;
const BEFORE_VALUE = new RegExp(`^ *(?:- +)*${KEY}: +$`);
const BEFORE_FLOW = new RegExp(`^ *(?:- +)*(?:${KEY}: +)?(?=[\\[{])`);
const AFTER_VALUE = /^ *$|^ +#/;
const AFTER_KEY = /^:(?: |$)/;
const BLOCK_SCALAR = /(?:^|[:-] +|^ +)[|>][-+\d]* *(?: #.*)?$/;

/**
 * Prepares the lines of a template.
 *
 * @param text The template's text, with LF.
 * @returns Its layout.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(layOut("a: |\n  b\nc: {{#if d}}").literal, [false, true, false]);
 * ```
 */
export function layOut(text: string): Layout {
  const masked = text.replace(
    TAG,
    (tag) => tag.replace(/(\n *)|./g, (_, lineStart) => lineStart ?? MASK),
  );
  const lines = masked.split("\n");
  return { lines, literal: findLiterals(lines), ...findBlockTags(text, lines) };
}

/**
 * Tells where a tag stands.
 *
 * @param layout The template's layout.
 * @param node The tag.
 * @returns Its placement.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const layout = layOut("a: {{b}}");
 * const loc = { start: { line: 1, column: 3 }, end: { line: 1, column: 8 } };
 * assertEquals(placementOf(layout, { loc }), "value");
 * ```
 */
export function placementOf(layout: Layout, { loc }: Node): Placement {
  const before = (layout.lines[loc.start.line - 1] ?? "").slice(
    0,
    loc.start.column,
  );
  const after = (layout.lines[loc.end.line - 1] ?? "").slice(loc.end.column);
  if (ITEMS.exec(before)?.[0] === before) {
    if (AFTER_KEY.test(after)) return "key";
    return AFTER_VALUE.test(after) ? "line" : "glued";
  }
  if (BEFORE_VALUE.test(before)) {
    return AFTER_VALUE.test(after) ? "value" : "glued";
  }
  return placementInFlow(before, after);
}

/**
 * Tells whether a tag stands in a block scalar.
 *
 * @param layout The template's layout.
 * @param node The tag.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const layout = layOut("a: |\n  {{b}}");
 * const loc = { start: { line: 2, column: 2 }, end: { line: 2, column: 7 } };
 * assert(isInBlockScalar(layout, { loc }));
 * ```
 */
export function isInBlockScalar({ literal }: Layout, { loc }: Node): boolean {
  return literal[loc.start.line - 1] === true;
}

/** Within `[…]` or `{…}` on one line. */
function placementInFlow(before: string, after: string): Placement {
  const start = BEFORE_FLOW.exec(before)?.[0].length;
  if (start === undefined) return "glued";
  const flow = before.slice(start).replace(/"[^"]*"|'[^']*'/g, "");
  if (/["']/.test(flow) || !/(?:[[{,]|: ) *$/.test(flow)) return "glued";
  if (/^ *(?:[,\]}]|$)/.test(after)) return "flow";
  return AFTER_KEY.test(after) ? "key" : "glued";
}

function findLiterals(lines: readonly string[]): boolean[] {
  let header: number | undefined;
  return lines.map((line) => {
    const indent = line.length - line.trimStart().length;
    if (line.trim() === "") return header !== undefined;
    if (header !== undefined && indent > header) return true;
    // Tags of blocks leave no line behind, so they end no block scalar.
    if (isTagLine(line)) return false;
    header = BLOCK_SCALAR.test(line) ? indentOfHeader(line) : undefined;
    return false;
  });
}

/** The column that the lines of a block scalar must be indented beyond. */
function indentOfHeader(line: string): number {
  const items = ITEMS.exec(line)?.[0] ?? "";
  const bare = /^[|>]/.test(line.slice(items.length));
  return bare ? Math.max(items.lastIndexOf("-"), 0) : items.length;
}

function isTagLine(line: string): boolean {
  return line.trim() !== "" && line.replaceAll(MASK, "").trim() === "";
}

/** Block tags stand alone on their lines; only `#text` follows its key. */
function findBlockTags(
  text: string,
  lines: readonly string[],
): Pick<Layout, "blockTags" | "crowded"> {
  const blockTags = new Set<number>();
  const crowded: { line: number; column: number }[] = [];
  const position = { line: 1, start: 0 };
  for (const match of text.matchAll(TAG)) {
    moveTo(position, text, match.index);
    const column = match.index - position.start;
    const [tag] = match;
    const line = lines[position.line - 1] ?? "";
    if (/^\{\{~?(?:[#^/](?!>)|else\b|!)/.test(tag)) {
      const rest = /^\{\{~?#text\b/.test(tag) ? line.slice(column) : line;
      if (isTagLine(line)) {
        const count = tag.split("\n").length;
        for (let i = 0; i < count; i++) blockTags.add(position.line + i);
      } else if (!isTagLine(rest) && !tag.startsWith("{{!")) {
        crowded.push({ line: position.line, column: column + 1 });
      }
    }
  }
  return { blockTags, crowded };
}

function moveTo(
  position: { line: number; start: number },
  text: string,
  offset: number,
): void {
  let next = text.indexOf("\n", position.start);
  while (next >= 0 && next < offset) {
    position.line++;
    position.start = next + 1;
    next = text.indexOf("\n", position.start);
  }
}
