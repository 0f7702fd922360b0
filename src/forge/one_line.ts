const NOT_PLAIN =
  // Bidirectional controls turn around what a reader sees of a line.
  // deno-lint-ignore no-control-regex -- control characters are what is replaced
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/**
 * Makes a text one plain line of limited length.
 *
 * @param text The text.
 * @param maxCharacters How many UTF-16 code units it may have.
 * @returns The line; what is cut off is replaced by `…`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(oneLine("2 clusters\nreplaced", 100), "2 clusters replaced");
 * assertEquals(oneLine("2 clusters replaced", 11), "2 clusters…");
 * ```
 */
export function oneLine(text: string, maxCharacters: number): string {
  const line = text.replace(NOT_PLAIN, " ").trim();
  if (line.length <= maxCharacters) return line;
  const cut = line.slice(0, maxCharacters - 1);
  // Half of a pair of surrogates is no character.
  return `${cut.replace(/[\ud800-\udbff]$/, "").trimEnd()}…`;
}
