/**
 * The flags, width and precision of a formatting directive.
 *
 * @module
 */

/** What stands between `%` and the verb. */
export interface Flags {
  minus: boolean;
  plus: boolean;
  sharp: boolean;
  space: boolean;
  zero: boolean;
  /** `%+v` */
  plusV: boolean;
  /** `%#v` */
  sharpV: boolean;
  width: number | undefined;
  precision: number | undefined;
}

/** No flags at all. */
export const NO_FLAGS: Readonly<Flags> = {
  minus: false,
  plus: false,
  sharp: false,
  space: false,
  zero: false,
  plusV: false,
  sharpV: false,
  width: undefined,
  precision: undefined,
};

/**
 * Fills a text up to the width.
 *
 * @param text The text.
 * @param flags The width, and how to fill.
 * @returns The text with the padding.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(pad("a", { ...NO_FLAGS, width: 3 }), "  a");
 * assertEquals(pad("a", { ...NO_FLAGS, width: 3, minus: true }), "a  ");
 * ```
 */
export function pad(text: string, flags: Readonly<Flags>): string {
  const { width } = flags;
  if (width === undefined || width === 0) return text;
  const missing = width - runeCount(text);
  if (missing <= 0) return text;
  if (flags.minus) return text + " ".repeat(missing);
  return padding(missing, flags) + text;
}

/**
 * As much padding as is asked for.
 *
 * @param length How much.
 * @param flags How to fill.
 * @returns Spaces or zeros.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(padding(2, { ...NO_FLAGS, zero: true }), "00");
 * ```
 */
export function padding(length: number, flags: Readonly<Flags>): string {
  const mark = flags.zero && !flags.minus ? "0" : " ";
  return mark.repeat(Math.max(length, 0));
}

function runeCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
