/**
 * Text from the repository without what deceives the reader's eye.
 *
 * @module
 */

/**
 * Control and formatting characters, among them those that turn the direction
 * of writing, and those that take no room, the selectors of emoji included.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]/gu;

/**
 * Makes a text safe to look at: what cannot be seen is written as an escape.
 *
 * @param text Text from the repository.
 * @returns One line of it, in which all characters can be seen.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(printable("a\u202eb\nc"), "a\\u202eb\\u000ac");
 * ```
 */
export function printable(text: string): string {
  return text.toWellFormed().replace(UNSEEN, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
  });
}
