/**
 * What is read of a Git tree or a directory before anything is understood.
 *
 * @module
 */

import type { Finding } from "../model/mod.ts";

/** A text file of the dry source. */
export interface DryFile {
  /** The path from the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The files of a dry source, and what could not be read of it. */
export interface DryTree {
  /** The files that {@linkcode isDryPath} asks for. */
  readonly files: readonly DryFile[];
  /**
   * Refused entries: symlinks, submodules, LFS pointers, files that are too
   * big or not UTF-8. An error says that definitions may be hidden there.
   */
  readonly findings: readonly Finding[];
}

/** Where the configuration of the dry source lives. */
export const CONFIG_PATH = "k0render.yaml";

/** Where the dry source keeps its own template packages and shapes. */
export const TEMPLATES_DIRECTORY = "templates/";

/**
 * Whether a file of the dry source is to be read, so that nobody loads a
 * 100 MB image that no definition can be in.
 *
 * @param path The path from the root, with `/`.
 * @returns Whether it is a YAML file, or a template or schema under
 * `templates/`, outside directories and files whose name begins with a dot.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isDryPath("clusters/eu1.yaml"));
 * assert(isDryPath("templates/own/manifests/cluster.yaml.hbs"));
 * assert(!isDryPath("README.md"));
 * assert(!isDryPath(".github/workflows/ci.yaml"));
 * ```
 */
export function isDryPath(path: string): boolean {
  if (path.split("/").some((name) => name.startsWith("."))) return false;
  if (/\.ya?ml$/.test(path)) return true;
  return path.startsWith(TEMPLATES_DIRECTORY) && /\.(?:hbs|json)$/.test(path);
}
