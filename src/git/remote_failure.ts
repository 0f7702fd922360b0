/**
 * Why a remote could not be talked to.
 *
 * Git has no codes for this, so its words decide; but only over which advice
 * is given, never over what happens next.
 *
 * @module
 */

import type { Remote } from "./remote.ts";

/** A remote that could not be talked to. */
export interface Unreachable {
  readonly kind: "unreachable" | "no-access";
  readonly reason: string;
}

const NO_ACCESS =
  /authentication failed|could not read (username|password)|permission denied|returned error: 40[13]|host key verification failed|access denied/i;
const NOT_FOUND =
  /repository '.*' not found|returned error: 404|does not (appear to be|exist)|not a git repository/i;
const NO_REF = /couldn't find remote ref (?:refs\/heads\/)?(\S+)/;

/**
 * Says why a remote could not be talked to.
 *
 * @param remote The remote.
 * @param stderr What git printed, scrubbed.
 * @returns Whether to look at the credentials or at the way there, and why.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const remote = { url: "https://example.com/fleet.git", access: {} };
 * assertEquals(unreachable(remote, "fatal: Authentication failed for ...").kind, "no-access");
 * assertEquals(unreachable(remote, "fatal: unable to access ...").kind, "unreachable");
 * ```
 */
export function unreachable(remote: Remote, stderr: string): Unreachable {
  const said = lastWords(stderr);
  if (NO_ACCESS.test(stderr)) {
    const advice = "check the credentials and what they allow";
    return {
      kind: "no-access",
      reason: `Cannot access "${remote.url}": ${advice} (${said})`,
    };
  }
  const [, ref] = NO_REF.exec(stderr) ?? [];
  if (ref !== undefined) {
    const reason = `Cannot read "${ref}" of "${remote.url}": no such branch`;
    return { kind: "unreachable", reason };
  }
  const why = NOT_FOUND.test(stderr) ? "there is no such repository" : said;
  return {
    kind: "unreachable",
    reason: `Cannot reach "${remote.url}": ${why}`,
  };
}

/** The line that says most: the first `fatal:` or `error:`. */
function lastWords(stderr: string): string {
  const lines = stderr.split("\n").map((line) => line.trim())
    .filter((line) => line !== "");
  const line = lines.find((line) => /^(fatal|error): /.test(line)) ??
    lines.at(-1) ?? "git failed without a word";
  return line.replace(/^(fatal|error): /, "");
}
