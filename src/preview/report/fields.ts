/**
 * Changes of fields on a page.
 *
 * @module
 */

import type { FieldView } from "../changes/field_view.ts";
import type { DiffLine } from "../changes/text_diff.ts";
import { type Markup, markup } from "./markup.ts";

const CLASSES: Readonly<Record<DiffLine["sign"], string>> = {
  "-": "gone",
  "+": "come",
  " ": "same",
  "…": "skip",
};

/**
 * Writes changes of fields.
 *
 * @param fields The changes.
 * @returns A list; nothing where there are none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(String(fieldList([])), "");
 * ```
 */
export function fieldList(fields: readonly FieldView[]): Markup {
  if (fields.length === 0) return markup``;
  return markup`<ul class="fields">${
    fields.map((field) => markup`<li>${fieldItem(field)}</li>`)
  }</ul>`;
}

/**
 * Writes lines of a diff, or of a text.
 *
 * @param lines The lines.
 * @returns A block of text.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   String(lineBlock([{ sign: "+", text: "a" }])),
 *   '<pre><span class="come">+ a\n</span></pre>',
 * );
 * ```
 */
export function lineBlock(lines: readonly DiffLine[]): Markup {
  return markup`<pre>${
    lines.map(({ sign, text }) =>
      markup`<span class="${CLASSES[sign]}">${sign} ${
        text.replaceAll("\t", "    ")
      }\n</span>`
    )
  }</pre>`;
}

function fieldItem(field: FieldView): Markup {
  const path = markup`<code class="path">${field.path}</code>`;
  if (field.kind === "lines") return markup`${path}${lineBlock(field.lines)}`;
  const { before, after } = field;
  return markup`${path}${before === undefined ? "" : goneValue(before)}${
    after === undefined ? "" : newValue(after)
  }`;
}

function goneValue(value: string): Markup {
  return markup`<del><span class="sign">− <span class="aside">before: </span></span>${value}</del>`;
}

function newValue(value: string): Markup {
  return markup`<ins><span class="sign">+ <span class="aside">after: </span></span>${value}</ins>`;
}
