/**
 * The page that lists all previews.
 *
 * @module
 */

import { html } from "hono/html";
import type { StoredPreview } from "../preview/store.ts";

/**
 * Writes the page. What comes from pull requests is escaped.
 *
 * @param previews The previews.
 * @returns The page.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(String(await indexPage([])).includes("No pull request is open"));
 * ```
 */
export function indexPage(previews: readonly StoredPreview[]) {
  return html`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Previews · k0render</title>
        <style>
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
    li { margin: 1rem 0; }
    small { display: block; }
    </style>
      </head>
      <body>
    <h1>Previews</h1>
    ${previews.length === 0
      ? html`<p>No pull request is open that was previewed.</p>`
      : html`<ul>${previews.map(item)}</ul>`}
      </body>
    </html>
  `;
}

function item({ id, title, state, description, head }: StoredPreview) {
  return html`
    <li>
      <a href="/previews/${encodeURIComponent(id)}">${id} ${title}</a>
      <small>${state === "failure" ? "Stopped" : "Fine"}: ${description} (${head
        .slice(0, 10)})</small>
    </li>
  `;
}
