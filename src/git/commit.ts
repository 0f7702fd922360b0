/**
 * Commit objects of our own making.
 *
 * Author, committer, dates and message all come from the caller, and an
 * Ed25519 signature depends on nothing else: the same input gives the same
 * commit, byte for byte, wherever and whenever it is made.
 *
 * @module
 */

import { git } from "./git.ts";
import { formatPerson, type GitDate, type Person } from "./person.ts";
import type { Repository } from "./repository.ts";
import type { SigningKey } from "./signing_key.ts";
import { signSsh } from "./sshsig.ts";

/** What a commit is made of. */
export interface CommitDetails {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly subject: string;
  readonly body?: string;
  /** The trailers at the end of the message, in this order. */
  readonly trailers?: readonly (readonly [key: string, value: string])[];
  /** Signs the commit; left out, it is not signed. */
  readonly signingKey?: SigningKey | undefined;
}

/**
 * Writes a commit object. No ref is moved.
 *
 * @param repository Where it goes.
 * @param details What it is made of.
 * @returns The commit's name.
 * @throws {GitError} If git refuses the object.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { initRepository } from "./repository.ts";
 * import { writeTree } from "./write_tree.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * const date = { seconds: 1700000000, offset: "+0000" };
 * const commit = await commitTree(repository, {
 *   tree: await writeTree(repository, []),
 *   parents: [],
 *   author: { name: "Ada", email: "ada@example.com", date },
 *   subject: "Add eu1",
 * });
 * assertEquals(commit.length, 40);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function commitTree(
  repository: Repository,
  details: CommitDetails,
): Promise<string> {
  const message = formatMessage(details);
  const headers = formatHeaders(details);
  const unsigned = `${headers}\n${message}`;
  const input = details.signingKey === undefined
    ? unsigned
    : `${headers}${
      signatureHeader(await signSsh(unsigned, details.signingKey))
    }\n${message}`;
  const oid = await git(["hash-object", "-t", "commit", "-w", "--stdin"], {
    directory: repository.directory,
    input,
  });
  return oid.trim();
}

function formatHeaders(details: CommitDetails): string {
  const parents = details.parents.map((parent) => `parent ${parent}\n`);
  return `tree ${details.tree}\n${parents.join("")}` +
    `author ${formatPerson(details.author)}\n` +
    `committer ${formatPerson(k0render(details.author.date))}\n`;
}

/** The committer of all our commits; the date is never the clock's. */
function k0render(date: GitDate): Person {
  return {
    name: "k0render",
    email: "k0render@users.noreply.k0render.dev",
    date,
  };
}

/** Continuation lines of a header begin with a space. */
function signatureHeader(signature: string): string {
  return `gpgsig ${signature.trimEnd().replaceAll("\n", "\n ")}\n`;
}

function formatMessage(details: CommitDetails): string {
  const trailers = (details.trailers ?? [])
    .map(([key, value]) => `${key}: ${oneLine(value)}`);
  const paragraphs = [
    oneLine(details.subject),
    (details.body ?? "").replaceAll("\0", "").trim(),
    trailers.join("\n"),
  ];
  return `${paragraphs.filter((text) => text !== "").join("\n\n")}\n`;
}

function oneLine(text: string): string {
  return text.replaceAll("\0", "").replace(/\s*\n\s*/g, " ").trim();
}
