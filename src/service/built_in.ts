/**
 * The templates and the version that k0render comes with.
 *
 * @module
 */

import project from "../../deno.json" with { type: "json" };

/** The version of k0render. */
export const VERSION: string = project.version;

/**
 * Reads the built-in template library.
 *
 * @returns The library's files: path below `templates/` → text.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * const templates = await readBuiltInTemplates();
 * assert(templates.has("cluster/aws-standalone-cp/package.yaml"));
 * ```
 */
export async function readBuiltInTemplates(): Promise<Map<string, string>> {
  const root = new URL("../../templates/", import.meta.url);
  const files = new Map<string, string>();
  await readInto(files, root, "");
  return files;
}

async function readInto(
  files: Map<string, string>,
  directory: URL,
  prefix: string,
): Promise<void> {
  for await (const entry of Deno.readDir(directory)) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory) {
      await readInto(files, new URL(`${entry.name}/`, directory), `${path}/`);
    } else {
      files.set(path, await Deno.readTextFile(new URL(entry.name, directory)));
    }
  }
}
