/**
 * The two sides of `k0render diff`: commits, or directories.
 *
 * @module
 */

import { readDirectory } from "../git/mod.ts";
import { isRendered, readRevisions } from "../service/mod.ts";
import type { DryTree } from "../source/mod.ts";
import type { DiffOptions } from "./commands/diff.ts";
import { EXIT } from "./exit_code.ts";
import { fail, type Session } from "./session.ts";
import { addressOf } from "./source_options.ts";

/** Two sides to compare, as the command line has them. */
export interface NamedSides {
  readonly base: string;
  readonly head: string;
}

/** What two sides turned out to be. */
export type FoundSides =
  | { readonly kind: "rendered" }
  | {
    readonly kind: "definitions";
    readonly before: FoundSource;
    readonly after: FoundSource;
  };

/** Definitions, and what to call where they are from. */
export interface FoundSource {
  readonly name: string;
  readonly tree: DryTree;
}

/**
 * Finds out what two sides are: directories where both are directories, with
 * definitions or with rendered trees in them; else commits of the source.
 *
 * @param session What the command works with; told what went wrong.
 * @param sides The sides.
 * @param options The options.
 * @returns The sides, or `undefined` where the command cannot go on.
 */
export async function findSides(
  session: Session,
  sides: NamedSides,
  options: DiffOptions,
): Promise<FoundSides | undefined> {
  const { base, head } = sides;
  if (!await isDirectory(base) || !await isDirectory(head)) {
    return await findCommits(session, sides, options);
  }
  const rendered = [await isRendered(base), await isRendered(head)];
  if (rendered.every(Boolean)) return { kind: "rendered" };
  if (rendered.some(Boolean)) {
    const reason =
      `Cannot compare "${base}" with "${head}": only one of them is a rendered tree`;
    return fail(session, reason, EXIT.usage);
  }
  const { signal } = session;
  return {
    kind: "definitions",
    before: { name: base, tree: await readDirectory(base, { signal }) },
    after: { name: head, tree: await readDirectory(head, { signal }) },
  };
}

async function findCommits(
  session: Session,
  sides: NamedSides,
  options: DiffOptions,
): Promise<FoundSides | undefined> {
  const { branch: _, ...address } = addressOf(options, session);
  const read = await readRevisions({
    ...address,
    ...sides,
    exactBase: !options.mergeBase,
  });
  if (read.kind === "unreadable") return fail(session, read.reason);
  const [before, after] = [read.before, read.after].map(({ oid, tree }) => ({
    name: oid.slice(0, 12),
    tree,
  }));
  return { kind: "definitions", before: before!, after: after! };
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isDirectory;
  } catch {
    return false;
  }
}
