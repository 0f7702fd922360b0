/**
 * What commits are called.
 *
 * @module
 */

const SHORT = 10;

/**
 * The short name of a commit.
 *
 * @param name Its full name, or that of a directory.
 * @returns The beginning of a commit's name; any other name as it is.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(shortCommit("9f8e7d6c5b4a39281706f5e4d3c2b1a098765432"), "9f8e7d6c5b");
 * assertEquals(shortCommit("fleet/rendered"), "fleet/rendered");
 * ```
 */
export function shortCommit(name: string): string {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name)
    ? name.slice(0, SHORT)
    : name;
}
