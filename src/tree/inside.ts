/**
 * Paths and the directories above them.
 *
 * @module
 */

/**
 * Whether a path lies below one of some directories.
 *
 * @param path The path, with `/`.
 * @param directories The directories.
 * @returns Whether one of them is above the path.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isInside("a/b/c", new Set(["a/b"])));
 * assert(!isInside("a/bc", new Set(["a/b"])));
 * ```
 */
export function isInside(
  path: string,
  directories: ReadonlySet<string>,
): boolean {
  for (
    let slash = path.lastIndexOf("/");
    slash > 0;
    slash = path.lastIndexOf("/", slash - 1)
  ) {
    if (directories.has(path.slice(0, slash))) return true;
  }
  return false;
}
