/**
 * HTML in which text from the repository is nothing but text.
 *
 * @module
 */

import { html, raw } from "hono/html";
import { printable } from "../words/printable.ts";

/** HTML that was written here; what came from outside is escaped in it. */
export type Markup = ReturnType<typeof raw>;

/** What may stand in HTML. */
export type MarkupPart =
  | Markup
  | string
  | number
  | readonly MarkupPart[];

/**
 * Writes HTML. Strings among the parts are escaped, and what cannot be seen in
 * them is made visible.
 *
 * @param strings The HTML around the parts.
 * @param parts The parts.
 * @returns The HTML.
 * @throws {TypeError} If a part has to be waited for.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(String(markup`<b>${"<i>\u202e"}</b>`), "<b>&lt;i&gt;\\u202e</b>");
 * ```
 */
export function markup(
  strings: TemplateStringsArray,
  ...parts: readonly MarkupPart[]
): Markup {
  const written = html(strings, ...parts.map(visible));
  if (written instanceof Promise) {
    throw new TypeError("Cannot write HTML: a part has to be waited for");
  }
  return written;
}

/**
 * Takes a text of our own as HTML.
 *
 * @param text The text; nothing from outside may be in it.
 * @returns The HTML.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(String(markup`${trusted("<b>")}`), "<b>");
 * ```
 */
export function trusted(text: string): Markup {
  return raw(text);
}

function visible(part: MarkupPart): unknown {
  if (typeof part === "string") return printable(part);
  return Array.isArray(part) ? part.map(visible) : part;
}
