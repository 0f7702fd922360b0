/**
 * Paths in the commands of `git fast-import`.
 *
 * @module
 */

/**
 * Writes a path that may stand in a tree. One that begins with a quote would
 * be read as a quoted one.
 *
 * @param path The path, without control characters.
 * @returns The path as the command has it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(quotePath('"a"'), '"\\"a\\""');
 * ```
 */
export function quotePath(path: string): string {
  return path.startsWith('"') ? `"${path.replaceAll('"', '\\"')}"` : path;
}
