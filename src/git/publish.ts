/**
 * A rendered commit and its note, pushed together.
 *
 * @module
 */

import { delay } from "@std/async/delay";
import { fetchRef } from "./fetch.ts";
import { NOTES_REF, writeNote } from "./note.ts";
import type { Person } from "./person.ts";
import { type PushOutcome, pushRefs, type RefUpdate } from "./push.ts";
import { branchRef } from "./ref.ts";
import type { Remote } from "./remote.ts";
import type { Repository } from "./repository.ts";
import type { SigningKey } from "./signing_key.ts";

const ATTEMPTS = 8;
const MAX_PAUSE_MS = 200;

/** What is to be published. */
export interface Publication {
  /** The rendered branch; made where it does not exist. */
  readonly branch: string;
  /** The commit that it is to name; its head where nothing changed. */
  readonly commit: string;
  /** The branch's head as it was seen; `undefined` where there is none. */
  readonly expected: string | undefined;
  /** The dry commit that was rendered. */
  readonly drySha: string;
  /** The author of the dry commit. */
  readonly author: Person;
  readonly signingKey?: SigningKey | undefined;
}

/**
 * Pushes a rendered commit and its note; where nothing changed, the note only.
 *
 * All environments of a repository share one notes ref. Losing the race for it
 * costs nothing but another note, so that is tried again here; losing the race
 * for the branch is the caller's, who has to render again.
 *
 * @param repository Where the commit is.
 * @param remote Where it goes.
 * @param options What to publish, what ends the work early.
 * @returns What came of it.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { commitTree } from "./commit.ts";
 * import { openRemote } from "./remote.ts";
 * import { initRepository } from "./repository.ts";
 * import { writeTree } from "./write_tree.ts";
 * const directory = await Deno.makeTempDir();
 * const here = await initRepository(`${directory}/here`);
 * const there = await initRepository(`${directory}/there`);
 * const author = { name: "Ada", email: "a@b.c", date: { seconds: 0, offset: "+0000" } };
 * const tree = await writeTree(here, []);
 * const commit = await commitTree(here, { tree, parents: [], author, subject: "Add" });
 * const outcome = openRemote(there.directory);
 * if (outcome.kind === "remote") {
 *   assertEquals(
 *     await publish(here, outcome.remote, {
 *       branch: "rendered", commit, expected: undefined, drySha: "1".repeat(40), author,
 *     }),
 *     { kind: "pushed" },
 *   );
 * }
 * await Deno.remove(directory, { recursive: true });
 * ```
 */
export async function publish(
  repository: Repository,
  remote: Remote,
  options: Publication & { signal?: AbortSignal },
): Promise<PushOutcome> {
  for (let attempt = 1;; attempt += 1) {
    const outcome = await publishOnce(repository, remote, options);
    if (!lostOnlyTheNote(outcome) || attempt === ATTEMPTS) return outcome;
    await delay(Math.random() * MAX_PAUSE_MS, options);
  }
}

async function publishOnce(
  repository: Repository,
  remote: Remote,
  options: Publication & { signal?: AbortSignal },
): Promise<PushOutcome> {
  const { branch, commit, expected, drySha, author, signingKey } = options;
  const rest = options.signal === undefined ? {} : { signal: options.signal };
  const fetched = await fetchRef(repository, remote, {
    ref: NOTES_REF,
    ...rest,
  });
  if (fetched.kind !== "fetched") return fetched;
  const notes = await writeNote(repository, {
    notes: fetched.oid,
    commit,
    note: { drySha },
    author,
    signingKey,
  });
  const updates: RefUpdate[] = [
    { ref: branchRef(branch), oid: commit, expected },
    { ref: NOTES_REF, oid: notes, expected: fetched.oid },
  ].filter((update) => update.oid !== update.expected);
  if (updates.length === 0) return { kind: "pushed" };
  return await pushRefs(repository, remote, { updates, ...rest });
}

function lostOnlyTheNote(outcome: PushOutcome): boolean {
  return outcome.kind === "lost-race" &&
    outcome.moved.every((ref) => ref === NOTES_REF);
}
