/**
 * Lists of parts that open.
 *
 * @module
 */

import { type Markup, markup } from "./markup.ts";

/** Above so many, what is out of sight is not laid out. */
const MANY = 60;

/**
 * Writes a list of parts that open.
 *
 * @param cards The parts.
 * @returns The list.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(String(cardList([])), '<ul class="cards"></ul>');
 * ```
 */
export function cardList(cards: readonly Markup[]): Markup {
  const size = cards.length > MANY ? "cards many" : "cards";
  return markup`<ul class="${size}">${
    cards.map((card) => markup`<li>${card}</li>\n`)
  }</ul>`;
}
