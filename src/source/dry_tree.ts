/**
 * What is read of a Git tree or a directory before anything is understood.
 *
 * @module
 */

import type { Finding } from "../model/mod.ts";
import { isVendoredFile, LOCK_PATH } from "../templates/helm/lock/mod.ts";
import type { ChartFile } from "../templates/mod.ts";

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
  /** Other files in the directories of vendored charts. */
  readonly chartFiles?: readonly ChartFile[];
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
 * @returns Whether it is a YAML file, the lock of charts, or a template or
 * schema under `templates/`, outside directories and files whose name begins with a dot.
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
  if (/\.ya?ml$/.test(path) || path === LOCK_PATH) return true;
  return path.startsWith(TEMPLATES_DIRECTORY) && /\.(?:hbs|json)$/.test(path);
}

/**
 * Whether a file is to be read where it lies in the directory of a vendored
 * chart, although no definition can be in it.
 *
 * @param path The path from the root, with `/`.
 * @returns Whether it may be part of a chart, outside directories whose name
 * begins with a dot.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(isChartPath("vendor/aws/templates/_helpers.tpl"));
 * assert(isChartPath("vendor/aws/.helmignore"));
 * assert(!isChartPath("vendor/aws/logo.png"));
 * assert(!isChartPath(".git/config"));
 * ```
 */
export function isChartPath(path: string): boolean {
  return path.includes("/") && isVendoredFile(path);
}
