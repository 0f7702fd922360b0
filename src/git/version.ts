/**
 * Whether the installed git will do.
 *
 * @module
 */

import { GitError, runGit } from "./git.ts";

const OLDEST_MAJOR = 2;
const OLDEST_MINOR = 39;

/** Which git is installed. */
export type GitVersion =
  | { readonly kind: "good"; readonly version: string }
  | {
    readonly kind: "old";
    readonly version: string;
    readonly warning: string;
  }
  | { readonly kind: "missing"; readonly reason: string };

/**
 * Looks which git is installed; to be asked once, before the first use.
 *
 * @returns The version, with a warning where it is older than 2.39.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert((await checkGit()).kind !== "missing");
 * ```
 */
export async function checkGit(): Promise<GitVersion> {
  try {
    const { stdout } = await runGit(["version"]);
    return judgeVersion(stdout);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { kind: "missing", reason: error.message };
  }
}

/**
 * Judges what `git version` prints.
 *
 * @param printed What it printed.
 * @returns The version, with a warning where it is older than 2.39.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(judgeVersion("git version 2.39.5\n"), { kind: "good", version: "2.39.5" });
 * assertEquals(judgeVersion("git version 2.30.2").kind, "old");
 * ```
 */
export function judgeVersion(printed: string): GitVersion {
  const match = /(\d+)\.(\d+)(?:\.\d+)*/.exec(printed);
  const version = match?.[0] ?? printed.trim();
  const major = Number(match?.[1]);
  const minor = Number(match?.[2]);
  const good = major > OLDEST_MAJOR ||
    major === OLDEST_MAJOR && minor >= OLDEST_MINOR;
  if (good) return { kind: "good", version };
  return {
    kind: "old",
    version,
    warning:
      `Git "${version}" is older than ${OLDEST_MAJOR}.${OLDEST_MINOR}, the oldest that k0render is tested with: update git`,
  };
}
