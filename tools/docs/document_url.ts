/**
 * Files of the project.
 *
 * @module
 */

/**
 * Where a file of the project lies.
 *
 * @param path Its path below the project's root.
 * @returns Its address.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(documentUrl("README.md").pathname.endsWith("/README.md"));
 * ```
 */
export function documentUrl(path: string): URL {
  return new URL(`../../${path}`, import.meta.url);
}
