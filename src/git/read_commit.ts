/**
 * What a commit says of itself.
 *
 * @module
 */

import { git } from "./git.ts";
import { parseDate, type Person } from "./person.ts";
import { isOid } from "./ref.ts";
import type { Repository } from "./repository.ts";

/** A commit, without its files. */
export interface CommitInfo {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  /** The first paragraph of the message, on one line. */
  readonly subject: string;
  /** The rest of the message. */
  readonly body: string;
}

const FIELDS = ["%H", "%T", "%P", "%an", "%ae", "%ad", "%cn", "%ce", "%cd"];

/**
 * Reads a commit.
 *
 * @param repository Where it is.
 * @param oid Its full name.
 * @returns What it says of itself.
 * @throws {RangeError} If the name is no object's full name.
 * @throws {GitError} If there is no such commit.
 *
 * @example
 * ```ts
 * import { assertRejects } from "@std/assert";
 * await assertRejects(() => readCommit({ directory: "/tmp" }, "main"), RangeError);
 * ```
 */
export async function readCommit(
  repository: Repository,
  oid: string,
): Promise<CommitInfo> {
  if (!isOid(oid)) {
    throw new RangeError(`Cannot read "${oid}": it is no commit`);
  }
  const printed = await git([
    "log",
    "--max-count=1",
    "--no-show-signature",
    "--no-decorate",
    "--encoding=UTF-8",
    "--date=raw",
    `--format=${[...FIELDS, "%s", "%b"].join("%x00")}`,
    "--end-of-options",
    oid,
  ], { directory: repository.directory });
  return parseCommit(printed);
}

function parseCommit(printed: string): CommitInfo {
  const fields = printed.split("\0");
  const field = (index: number) => fields[index] ?? "";
  return {
    oid: field(0),
    tree: field(1),
    parents: field(2).split(" ").filter(isOid),
    author: {
      name: field(3),
      email: field(4),
      date: parseDate(field(5)),
    },
    committer: {
      name: field(6),
      email: field(7),
      date: parseDate(field(8)),
    },
    subject: field(9),
    body: field(10).trimEnd(),
  };
}
