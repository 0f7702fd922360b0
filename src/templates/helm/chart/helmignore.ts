/**
 * The files that a chart's `.helmignore` keeps out of it.
 *
 * @module
 */

import { HELM_RULES } from "../rules.ts";
import { chartError } from "./chart_error.ts";
import { type ChartFile, textOf, withoutMark } from "./chart_file.ts";
import { parsePathPattern } from "./path_match.ts";
import { matches, type Pattern } from "./pattern.ts";

const HELM_IGNORE = ".helmignore";
/** Helm itself leaves hidden files of `templates/` out. */
const DEFAULT_RULE = "templates/.?*";

interface Rule {
  readonly pattern: Pattern;
  /** Ignore what does not match. */
  readonly negated: boolean;
  readonly onlyDirectories: boolean;
  /** Whether the last name of a path is what must match. */
  readonly onName: boolean;
}

/**
 * Leaves out the files of a chart's directory that are to be ignored. Of an
 * archive nothing is: `helm package` has left them out.
 *
 * @param files The files of the directory.
 * @returns The files of the chart.
 * @throws {ChartError} Where `.helmignore` holds a pattern that Helm refuses.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const bytes = new TextEncoder().encode("*.md\n");
 * const files = [{ path: ".helmignore", bytes }, { path: "README.md", bytes }];
 * assertEquals(withoutIgnored(files).map(({ path }) => path), [".helmignore"]);
 * ```
 */
export function withoutIgnored(files: readonly ChartFile[]): ChartFile[] {
  const rules = readRules(files.find(({ path }) => path === HELM_IGNORE));
  const directories = new Map<string, boolean>();
  return files.filter(({ path }) =>
    !isIn(parentOf(path)) && !isIgnored(rules, path, false)
  );

  function isIn(directory: string): boolean {
    if (directory === "") return false;
    const known = directories.get(directory);
    if (known !== undefined) return known;
    const ignored = isIn(parentOf(directory)) ||
      isIgnored(rules, directory, true);
    directories.set(directory, ignored);
    return ignored;
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function readRules(file: ChartFile | undefined): Rule[] {
  const text = file === undefined
    ? ""
    : textOf({ ...file, bytes: withoutMark(file.bytes) });
  return [...text.split("\n"), DEFAULT_RULE]
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(readRule);
}

function readRule(line: string): Rule {
  const negated = line.startsWith("!");
  const path = negated ? line.slice(1) : line;
  const onlyDirectories = path.endsWith("/");
  const glob = onlyDirectories ? path.slice(0, -1) : path;
  const pattern = line.includes("**")
    ? undefined
    : parsePathPattern(glob.replace(/^\//, ""));
  if (pattern === undefined) {
    const message =
      `Cannot use "${line}" of ${HELM_IGNORE}: Helm knows no such pattern`;
    throw chartError(HELM_RULES["helm/chart"], HELM_IGNORE, message);
  }
  return { pattern, negated, onlyDirectories, onName: !glob.includes("/") };
}

/** The first rule that decides wins; a negated one ignores all the rest. */
function isIgnored(
  rules: readonly Rule[],
  path: string,
  isDirectory: boolean,
): boolean {
  for (const rule of rules) {
    const { pattern, negated, onlyDirectories, onName } = rule;
    const applies = isDirectory || !onlyDirectories;
    const subject = onName ? path.slice(path.lastIndexOf("/") + 1) : path;
    const matched = applies && matches(pattern, subject);
    if (matched !== negated) return true;
  }
  return false;
}
