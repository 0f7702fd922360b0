/**
 * As much of a text as there is room for, in whole parts.
 *
 * @module
 */

/** How long a text is, or may be. */
export interface Size {
  /** In UTF-16 code units, the way that counts most. */
  readonly characters: number;
  /** In UTF-8. */
  readonly bytes: number;
}

/** A text that is there as a whole or not at all, or a group of such. */
export type Block = string | BlockGroup;

/** Blocks of which the last ones may be left out. */
export interface BlockGroup {
  readonly open: string;
  /** The blocks; no more of them are made than there is room for. */
  readonly parts: Iterable<Block>;
  /** How many blocks there are. */
  readonly total: number;
  /**
   * Says that blocks were left out. The more of them, the longer the text.
   */
  readonly more: (left: number) => string;
  readonly close: string;
}

const ENCODER = new TextEncoder();

/**
 * Measures a text.
 *
 * @param text The text.
 * @returns Its size.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(sizeOf("é"), { characters: 1, bytes: 2 });
 * ```
 */
export function sizeOf(text: string): Size {
  return { characters: text.length, bytes: ENCODER.encode(text).length };
}

/**
 * What room is left after a text.
 *
 * @param room The room.
 * @param text The text.
 * @returns The room left; `undefined` where the text is too long.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(without({ characters: 2, bytes: 2 }, "é"), { characters: 1, bytes: 0 });
 * assertEquals(without({ characters: 2, bytes: 1 }, "é"), undefined);
 * ```
 */
export function without(room: Size, text: string): Size | undefined {
  const size = sizeOf(text);
  const characters = room.characters - size.characters;
  const bytes = room.bytes - size.bytes;
  return characters < 0 || bytes < 0 ? undefined : { characters, bytes };
}

/**
 * Writes as many parts of a block as there is room for.
 *
 * @param block The block.
 * @param room The room.
 * @returns The text; `undefined` where there is room for nothing of it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const block = {
 *   open: "[",
 *   parts: ["one ", "two ", "three "],
 *   total: 3,
 *   more: (left: number) => `+${left}`,
 *   close: "]",
 * };
 * assertEquals(fit(block, { characters: 99, bytes: 99 }), "[one two three ]");
 * assertEquals(fit(block, { characters: 8, bytes: 8 }), "[one +2]");
 * assertEquals(fit(block, { characters: 7, bytes: 7 }), undefined);
 * ```
 */
export function fit(block: Block, room: Size): string | undefined {
  if (typeof block === "string") {
    return without(room, block) === undefined ? undefined : block;
  }
  const inside = without(room, block.open + block.close);
  if (inside === undefined) return undefined;
  const text = fitParts(block, inside);
  return text === undefined ? undefined : block.open + text + block.close;
}

function fitParts(group: BlockGroup, room: Size): string | undefined {
  if (group.total === 0) return "";
  let text = "";
  let left = group.total;
  let inside: Size = room;
  const notice = group.more(group.total);
  for (const part of group.parts) {
    const space = left === 1 ? inside : without(inside, notice);
    const fitted = space === undefined ? undefined : fit(part, space);
    if (fitted === undefined) break;
    inside = without(inside, fitted) as Size;
    text += fitted;
    left--;
  }
  if (left === group.total) return undefined;
  return left === 0 ? text : text + group.more(left);
}
