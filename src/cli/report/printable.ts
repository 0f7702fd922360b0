/**
 * Text that a terminal can be trusted with.
 *
 * @module
 */

// Control and bidirectional characters, but for tabs and line ends.
const UNPRINTABLE =
  // deno-lint-ignore no-control-regex -- these are what must not get through
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Makes a line safe to show: text from the repository must not steer a
 * terminal, nor turn the direction of writing. Our own colours come after.
 *
 * @param line The line.
 * @returns The line, with such characters written as escapes.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(printable("a\u202eb\u0007"), "a\\u202eb\\u0007");
 * ```
 */
export function printable(line: string): string {
  return line.replace(
    UNPRINTABLE,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
