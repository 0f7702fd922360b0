/**
 * The page that lists open previews.
 *
 * @module
 */

import type { PreviewStatus } from "../status.ts";
import { shortCommit } from "../words/commits.ts";
import { cardList } from "./cards.ts";
import { type Markup, markup } from "./markup.ts";
import { type BuiltInFiles, writePage } from "./page.ts";

/** An open preview. */
export interface PreviewEntry {
  /** The number of the pull request, or the branch that is proposed. */
  readonly id: string;
  /** As its author wrote it: untrusted text. */
  readonly title: string;
  /** Where its report is: a URL relative to the page, encoded as such. */
  readonly path: string;
  readonly status: PreviewStatus;
  /** The commit that is proposed. */
  readonly head: string;
}

const STATES: Readonly<
  Record<PreviewStatus["state"], { word: string; risk: string }>
> = {
  pending: { word: "Rendering", risk: "care" },
  success: { word: "Passed", risk: "calm" },
  failure: { word: "Stopped", risk: "danger" },
};

/**
 * Writes the page that lists open previews.
 *
 * @param entries The previews, in the order in which to list them.
 * @param files The built-in files: path below `templates/` → text.
 * @returns HTML.
 * @throws {Error} If a built-in file is missing.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const files = new Map([["preview/report.css", ""], ["preview/report.js", ""]]);
 * assert(renderIndex([], files).includes("No open previews"));
 * ```
 */
export function renderIndex(
  entries: readonly PreviewEntry[],
  files: BuiltInFiles,
): string {
  return writePage({
    title: "Open previews · k0render",
    skipTo: { id: "previews", label: "Skip to the previews" },
    files,
    body:
      markup`<header class="top"><p class="brand">k0render <span>previews</span></p></header>
<main id="previews" tabindex="-1">
<h1>Open previews</h1>
${
        entries.length === 0
          ? markup`<p class="none">No open previews.</p>`
          : cardList(entries.map(entryCard))
      }
</main>`,
  });
}

function entryCard({ id, title, path, status, head }: PreviewEntry): Markup {
  const { word, risk } = STATES[status.state];
  return markup`<article class="card entry ${risk}">
<p class="word">${word}</p>
<p class="what"><a href="./${path}">${id}</a> ${title === id ? "" : title}</p>
<p class="who">${status.description} <code>${shortCommit(head)}</code></p>
</article>`;
}
