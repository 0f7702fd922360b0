/**
 * Text from the repository in Markdown, where it must mean nothing.
 *
 * @module
 */

import { printable } from "../words/printable.ts";

/** Words without meaning to Markdown or a forge; all others go into code. */
const PLAIN = [
  /^\p{L}[\p{L}\p{N}'’]*(?:[-/]\p{L}[\p{L}\p{N}]*)*$/u,
  /^v?\d{1,6}(?:\.\d{1,6})*$/,
  /^[→–—·×…]$/,
] as const;

/** A commit, or an issue as some forges link it. */
const REFERENCE = /^(?:[\da-f]{7,}|\p{L}+-\d+)/iu;

/** What stands around a word. */
const AROUND = /^(["(“]*)(.*?)([)"”,;:!?]*|[)"”]*\.)$/u;

const LONGEST_LINE = 300;

/**
 * A text as code in a line of Markdown, a table or a link.
 *
 * @param text The text.
 * @param longest The number of characters above which it is cut.
 * @returns The code. No two forges agree on pipes in the code of tables, so
 * `|` becomes `¦`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(code("prod/eu1"), "`prod/eu1`");
 * assertEquals(code("a`b"), "``a`b``");
 * ```
 */
export function code(text: string, longest = LONGEST_LINE): string {
  const shown = clip(printable(text), longest).replaceAll("|", "¦");
  const fence = "`".repeat(longestRun(shown) + 1);
  const padded = /^`|`$|^ .* $/.test(shown) ? ` ${shown} ` : shown;
  return `${fence}${padded === "" ? '""' : padded}${fence}`;
}

/**
 * Prose that holds text from the repository. Words that could mean something
 * (mentions, references, links, HTML, emphasis) are written as code. It must
 * not begin a line: there, even a number has a meaning.
 *
 * @param text The prose.
 * @param longest The number of characters above which it is cut.
 * @returns Markdown that shows it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(prose("k0s v1.35.4 → v1.36.3"), "k0s v1.35.4 → v1.36.3");
 * assertEquals(prose("ask @team now"), "ask `@team` now");
 * ```
 */
export function prose(text: string, longest = LONGEST_LINE): string {
  const pieces: Piece[] = [];
  for (const word of clip(printable(text), longest).split(" ")) {
    if (word === "") continue;
    const piece = readWord(word);
    const last = pieces.at(-1);
    if (last !== undefined && isOneCode(last, piece)) {
      last.word += ` ${piece.word}`;
      last.after = piece.after;
    } else pieces.push(piece);
  }
  return pieces.map(({ before, word, after, plain }) =>
    `${before}${plain ? word : code(word, longest)}${after}`
  ).join(" ");
}

/** A word, or several that are shown as one code, and what is around it. */
interface Piece {
  before: string;
  word: string;
  after: string;
  readonly plain: boolean;
}

function readWord(text: string): Piece {
  const [, before = "", word = "", after = ""] = AROUND.exec(text) ?? [];
  if (word === "") return { before: "", word: text, after: "", plain: false };
  const plain = PLAIN.some((shape) => shape.test(word)) &&
    !REFERENCE.test(word);
  return { before, word, after, plain };
}

function isOneCode(left: Piece, right: Piece): boolean {
  return !left.plain && !right.plain && left.after + right.before === "";
}

/**
 * Lines of code as a block that nothing in them can end.
 *
 * @param lines The lines.
 * @param language What they are, for the colours.
 * @returns The block.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(fence(["+ a"], "diff").replaceAll("`", "'"), "'''diff\n+ a\n'''\n");
 * ```
 */
export function fence(lines: readonly string[], language: string): string {
  const shown = lines.map((line) =>
    clip(printable(line.replaceAll("\t", "    ")), LONGEST_LINE)
  );
  const marks = "`".repeat(Math.max(3, longestRun(shown.join("\n")) + 1));
  return `${marks}${language}\n${shown.join("\n")}\n${marks}\n`;
}

/**
 * A link to a place that the service knows.
 *
 * @param url Where it leads.
 * @param label What it is called; no text from the repository.
 * @returns The link; the label alone where the URL is not one of the web.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(link("https://x.example/a(b)", "Report"), "[Report](https://x.example/a%28b%29)");
 * ```
 */
export function link(url: string, label: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return label;
  }
  const safe = new URL(url).href.replace(
    /[^\w:/?#@!$&+,;=.~%-]/g,
    (character) =>
      `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `[${label}](${safe})`;
}

/**
 * A text as code in the summary of a folded part, which is HTML.
 *
 * @param text The text.
 * @returns HTML that shows it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(htmlCode("<b>"), "<code>&#60;b&#62;</code>");
 * ```
 */
export function htmlCode(text: string): string {
  const shown = clip(printable(text), LONGEST_LINE).replace(
    /[&<>"'`]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
  return `<code>${shown}</code>`;
}

function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

function longestRun(text: string): number {
  const runs = text.match(/`+/g) ?? [];
  return runs.reduce((longest, run) => Math.max(longest, run.length), 0);
}
