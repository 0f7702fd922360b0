/**
 * The Git note that tells which dry commit a rendered commit stands for.
 *
 * It is what Argo CD's hydrator and GitOps Promoter read. A render that
 * changes nothing makes no commit, but moves the note on, so that nobody waits
 * for a commit that never comes.
 *
 * @module
 */

import { getField } from "../model/mod.ts";
import { readBlobs } from "./blobs.ts";
import { commitTree } from "./commit.ts";
import { fastImport } from "./fast_import.ts";
import { git } from "./git.ts";
import type { Person } from "./person.ts";
import { isOid } from "./ref.ts";
import type { Repository } from "./repository.ts";
import type { SigningKey } from "./signing_key.ts";

/** The ref that holds the notes of all rendered branches of a repository. */
export const NOTES_REF = "refs/notes/hydrator.metadata";

/** What a note says. */
export interface HydratorNote {
  /** The dry commit that the rendered commit stands for. */
  readonly drySha: string;
}

/** What a note is written from. */
export interface NoteDetails {
  /** The newest commit of {@linkcode NOTES_REF}; `undefined` where there is none. */
  readonly notes: string | undefined;
  /** The rendered commit that the note is about. */
  readonly commit: string;
  readonly note: HydratorNote;
  /** The author of the dry commit. */
  readonly author: Person;
  readonly signingKey?: SigningKey | undefined;
}

/**
 * Reads the note of a rendered commit.
 *
 * @param repository Where the notes are.
 * @param options The newest commit of {@linkcode NOTES_REF}, and the rendered
 * commit.
 * @returns The note, or `undefined` where there is none that can be read.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const none = { notes: undefined, commit: "0".repeat(40) };
 * assertEquals(await readNote({ directory: "/nowhere" }, none), undefined);
 * ```
 */
export async function readNote(
  repository: Repository,
  options: { notes: string | undefined; commit: string },
): Promise<HydratorNote | undefined> {
  const { notes, commit } = options;
  if (notes === undefined) return undefined;
  const blob = await findNote(repository, notes, commit);
  if (blob === undefined) return undefined;
  const [content] = await Array.fromAsync(readBlobs(repository, [blob]));
  return parseNote(new TextDecoder().decode(content));
}

/** Notes are files named after commits, in directories once there are many. */
async function findNote(
  repository: Repository,
  notes: string,
  commit: string,
): Promise<string | undefined> {
  const paths = [0, 2, 4, 6].map((split) => notePath(commit, split));
  const printed = await git(
    ["ls-tree", "--full-tree", "-r", notes, ...paths],
    { directory: repository.directory },
  );
  return /^100644 blob ([0-9a-f]{40})\t/.exec(printed)?.[1];
}

function notePath(commit: string, split: number): string {
  const directories = commit.slice(0, split).replace(/../g, "$&/");
  return directories + commit.slice(split);
}

function parseNote(text: string): HydratorNote | undefined {
  const drySha = getField(parseJson(text), "drySha");
  return typeof drySha === "string" ? { drySha } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Writes a note. No ref is moved.
 *
 * @param repository Where it goes.
 * @param details What it says, and on top of which notes.
 * @returns The commit that {@linkcode NOTES_REF} is to name; the old one where
 * nothing changes.
 * @throws {GitError} If there is no such commit.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { commitTree } from "./commit.ts";
 * import { initRepository } from "./repository.ts";
 * import { writeTree } from "./write_tree.ts";
 * const directory = await Deno.makeTempDir();
 * const repository = await initRepository(directory);
 * const author = { name: "Ada", email: "a@b.c", date: { seconds: 0, offset: "+0000" } };
 * const tree = await writeTree(repository, []);
 * const commit = await commitTree(repository, { tree, parents: [], author, subject: "Add" });
 * const note = { drySha: "1".repeat(40) };
 * const notes = await writeNote(repository, { notes: undefined, commit, note, author });
 * assertEquals(await readNote(repository, { notes, commit }), note);
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function writeNote(
  repository: Repository,
  details: NoteDetails,
): Promise<string> {
  const { notes, commit, note, author, signingKey } = details;
  if (!isOid(commit)) {
    throw new RangeError(`Cannot note "${commit}": it is no commit`);
  }
  const old = await readNote(repository, { notes, commit });
  if (notes !== undefined && old?.drySha === note.drySha) return notes;
  const tree = await fastImport(repository, async (writer) => {
    await writer.command(`N inline ${commit}`);
    await writer.data(`${JSON.stringify(note)}\n`);
  }, { from: notes });
  return await commitTree(repository, {
    tree,
    parents: notes === undefined ? [] : [notes],
    author,
    subject: `Rendered from ${note.drySha}`,
    signingKey,
  });
}
