/**
 * What is wrong with the Markdown of a comment, by a parser that is not ours.
 *
 * @module
 */

// @ts-types="npm:@types/markdown-it@14.1.2"
import MarkdownIt from "markdown-it";
import type { DialectName } from "./dialect.ts";

// linkify finds what forges would make a link of by themselves.
const PARSER = new MarkdownIt({ html: true, linkify: true });

type Token = ReturnType<typeof PARSER.parse>[number];

const OWN_HTML =
  /^(?:<!-- [\w.:/-]+ -->|<details>|<\/details>|<summary>(?:[^<&@#]|&#\d+;|<code>(?:[^<&"'`]|&#\d+;)*<\/code>)*<\/summary>)$/;

const OWN_LINK = /^https:\/\/(?:git|k0render)\.example\//;

/** Mentions and references, as one forge or another knows them. */
const REFERENCE = /@\w|#\d|\bGH-\d|\b[0-9a-f]{40}\b|&\w+;|:\/\//;

const UNSEEN =
  // deno-lint-ignore no-control-regex -- these are what must not get through
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/**
 * Judges a comment.
 *
 * @param markdown The comment.
 * @param dialect The forge that it is for.
 * @returns What is wrong with it; nothing, as a rule.
 */
export function faultsOf(markdown: string, dialect: DialectName): string[] {
  const tokens = PARSER.parse(markdown, {});
  return [
    ...(markdown.isWellFormed() ? [] : ["half of a surrogate pair"]),
    ...(UNSEEN.test(markdown) ? ["a character that cannot be seen"] : []),
    ...unclosedFences(tokens, markdown),
    ...htmlFaults(tokens, dialect),
    ...inlineFaults(tokens),
    ...tableFaults(markdown, tokens),
  ];
}

function unclosedFences(tokens: readonly Token[], markdown: string): string[] {
  const lines = markdown.split("\n");
  return tokens.filter(({ type }) => type === "fence").flatMap((token) => {
    const last = lines[(token.map?.[1] ?? 0) - 1] ?? "";
    return last.trim() === token.markup ? [] : [`an open fence: ${last}`];
  });
}

function htmlFaults(tokens: readonly Token[], dialect: DialectName): string[] {
  const lines = tokens.filter(({ type }) => type === "html_block")
    .flatMap(({ content }) => content.trim().split("\n"));
  if (dialect === "bitbucket" && lines.length > 0) return ["HTML"];
  let depth = 0;
  const faults = [];
  for (const line of lines) {
    if (!OWN_HTML.test(line)) faults.push(`HTML that is not ours: ${line}`);
    if (line === "<details>") depth++;
    if (line === "</details>") depth--;
    if (depth < 0) faults.push("a part that is closed twice");
  }
  if (depth !== 0) faults.push(`${depth} parts that are not closed`);
  return faults;
}

function inlineFaults(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ children }) => children ?? []).flatMap((token) => {
    const { type, content } = token;
    if (type === "html_inline") return [`HTML in a line: ${content}`];
    if (type === "image") return ["an image"];
    if (type === "text" && REFERENCE.test(content)) {
      return [`a reference: ${content}`];
    }
    const target = token.attrGet("href");
    if (type !== "link_open" || OWN_LINK.test(target ?? "")) return [];
    return [`a link to ${target}`];
  });
}

/** Rows with another number of cells than their table's head. */
function tableFaults(markdown: string, tokens: readonly Token[]): string[] {
  const lines = markdown.split("\n");
  return tokens.filter(({ type }) => type === "table_open").flatMap((table) => {
    const [from = 0, to = 0] = table.map ?? [];
    const counts = lines.slice(from, to).map((line) => line.split("|").length);
    return counts.every((count) => count === counts[0])
      ? []
      : ["a table whose rows differ in length"];
  });
}
