/**
 * The documents that are generated from the code.
 *
 * @module
 */

import { cliDocument } from "./cli.ts";
import { findingsDocument } from "./findings.ts";
import { renderConfigDocument } from "./render_config.ts";

/** What writes each document, by its path below the project's root. */
export const DOCUMENTS: ReadonlyMap<string, () => string> = new Map([
  ["docs/reference/cli.md", cliDocument],
  ["docs/reference/findings.md", findingsDocument],
  ["docs/reference/render-config.md", renderConfigDocument],
]);

/**
 * Where a document of the project lies.
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
