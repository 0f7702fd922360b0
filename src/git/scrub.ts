/**
 * What git says, made fit for messages and logs.
 *
 * @module
 */

const CREDENTIAL_PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/:\/\/[^/\s@]+@/g, "://***@"],
  [/(authorization:)[^\n]*/gi, "$1 ***"],
  [/\bgithub_pat_\w+/g, "***"],
  [/\bgh[a-z]_\w{8,}/g, "***"],
  [/\bgl[a-z]+-[\w.-]{8,}/g, "***"],
];

// A remote writes to our stderr; escape sequences would reach the terminal.
// deno-lint-ignore no-control-regex -- control characters are what is removed
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * Removes credentials and control characters from what git printed.
 *
 * @param text What git printed.
 * @param secrets Values that must not appear, whatever they look like.
 * @returns The text without them, trimmed.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   scrub("fatal: cannot read https://me:hunter2@example.com/a.git\n"),
 *   "fatal: cannot read https://***@example.com/a.git",
 * );
 * ```
 */
export function scrub(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret !== "") clean = clean.replaceAll(secret, "***");
  }
  for (const [pattern, replacement] of CREDENTIAL_PATTERNS) {
    clean = clean.replace(pattern, replacement);
  }
  return clean.replace(CONTROL_CHARACTERS, "").trim();
}
