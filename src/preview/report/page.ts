/**
 * Pages that need nothing but themselves, and run nothing but their own script.
 *
 * @module
 */

import { createHash } from "node:crypto";
import { type Markup, markup, trusted } from "./markup.ts";
import { iconSheet } from "./icons.ts";

/** The built-in files: path below `templates/` → text. */
export type BuiltInFiles = ReadonlyMap<string, string>;

/** What is on a page. */
export interface PageContent {
  readonly title: string;
  /** What a reader with a keyboard can skip to. */
  readonly skipTo: { readonly id: string; readonly label: string };
  readonly body: Markup;
  readonly files: BuiltInFiles;
}

/**
 * Writes a page. Its policy lets nothing be loaded and nothing run but the one
 * style and the one script that are in it, known by their digests.
 *
 * @param content What is on it.
 * @returns The page.
 * @throws {Error} If a built-in file is missing.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { markup } from "./markup.ts";
 * const page = writePage({
 *   title: "Demo",
 *   skipTo: { id: "main", label: "Skip" },
 *   body: markup`<main id="main"></main>`,
 *   files: new Map([["preview/report.css", ""], ["preview/report.js", ""]]),
 * });
 * assert(page.startsWith("<!doctype html>"));
 * ```
 */
export function writePage(content: PageContent): string {
  const { title, skipTo, body, files } = content;
  const style = readBuiltIn(files, "preview/report.css");
  const script = readBuiltIn(files, "preview/report.js");
  const policy = [
    "default-src 'none'",
    `style-src ${sourceHash(style)}`,
    `script-src ${sourceHash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  return String(markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#${skipTo.id}">${skipTo.label}</a>
${iconSheet()}
${body}
<script>${trusted(script)}</script>
</body>
</html>
`);
}

function readBuiltIn(files: BuiltInFiles, path: string): string {
  const text = files.get(path);
  if (text === undefined) {
    throw new Error(`Cannot write the page: "${path}" is missing`);
  }
  return text;
}

function sourceHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
