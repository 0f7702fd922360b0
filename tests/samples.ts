/**
 * The sample repositories under fixtures.
 *
 * @module
 */

import { fromFileUrl } from "@std/path";
import { readDirectory } from "../src/git/mod.ts";

/** The folder of sample repositories. */
export const FIXTURES = new URL("../fixtures/", import.meta.url);

/**
 * Reads a directory under fixtures as a dry source.
 *
 * @param name The directory.
 * @returns Its files, path → text.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert("clusters/eu1.yaml" in await readSample("demo"));
 * ```
 */
export async function readSample(
  name: string,
): Promise<Record<string, string>> {
  const directory = fromFileUrl(new URL(name, FIXTURES));
  const { files, chartFiles = [] } = await readDirectory(directory);
  const decoder = new TextDecoder();
  return Object.fromEntries([
    ...files.map(({ path, text }) => [path, text]),
    ...chartFiles.map(({ path, bytes }) => [path, decoder.decode(bytes)]),
  ]);
}
