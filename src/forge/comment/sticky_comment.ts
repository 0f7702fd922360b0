/**
 * One comment for each pull request, edited in place.
 *
 * What must hold: only a comment that has our marker and that we wrote is ever
 * touched. Anyone can copy a marker.
 *
 * Two processes may write at the same time, and both find nothing. So whoever
 * makes a comment looks again: the oldest of ours stays, the others go.
 *
 * @module
 */

import type { CommentApi, ForgeComment } from "../api.ts";
import type { PlacedComment } from "../forge.ts";
import { problemIn } from "../http/problem.ts";
import { makeRecent, type Recent } from "../recent.ts";

/** A comment to be there, with its marker. */
export interface StickyComment {
  readonly pullRequest: string;
  /** The beginning by which it is found again. */
  readonly marker: string;
  /** The whole text; it begins with the marker. */
  readonly text: string;
}

/** Puts comments, and remembers which ones they are. */
export type PutComment = (sticky: StickyComment) => Promise<PlacedComment>;

/**
 * Makes what puts comments.
 *
 * @param api The forge's comments.
 * @returns What puts them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const bodies: string[] = [];
 * const comment = (body: string) => ({ id: "1", author: "robot", body });
 * const put = stickyComments({
 *   whoAmI: () => Promise.resolve("robot"),
 *   list: () => Promise.resolve(bodies.map(comment)),
 *   create: (_, body) => Promise.resolve(comment(bodies[0] = body)),
 *   edit: (_, { body }) => Promise.resolve(comment(bodies[0] = body)),
 *   remove: () => Promise.resolve(),
 * });
 * const sticky = { pullRequest: "7", marker: "<!-- m -->", text: "<!-- m --> 1" };
 * assertEquals((await put(sticky)).change, "created");
 * assertEquals((await put({ ...sticky, text: "<!-- m --> 2" })).change, "edited");
 * assertEquals(bodies, ["<!-- m --> 2"]);
 * ```
 */
export function stickyComments(api: CommentApi): PutComment {
  const state: State = { api, remembered: makeRecent() };
  return async (sticky) => {
    const key = `${sticky.pullRequest} ${sticky.marker}`;
    const known = state.remembered.get(key);
    const placed = known && await edit(state, { sticky, comment: known }) ||
      await find(state, sticky) ||
      await create(state, sticky);
    state.remembered.set(key, placed.comment);
    return { id: placed.comment.id, change: placed.change };
  };
}

interface State {
  readonly api: CommentApi;
  readonly remembered: Recent<ForgeComment>;
  /** Who comments, once that is known. */
  me?: string | undefined;
}

interface Placed {
  readonly comment: ForgeComment;
  readonly change: PlacedComment["change"];
}

/** A sticky comment, and the one that may be it. */
interface Candidate {
  readonly sticky: StickyComment;
  readonly comment: ForgeComment;
}

async function find(
  state: State,
  sticky: StickyComment,
): Promise<Placed | undefined> {
  state.me ??= await whoAmI(state.api);
  const comment = await keepOldest(state, sticky);
  if (comment === undefined) return undefined;
  if (sameText(comment.body, sticky.text)) return { comment, change: "none" };
  return await edit(state, { sticky, comment });
}

async function create(state: State, sticky: StickyComment): Promise<Placed> {
  const { pullRequest, text } = sticky;
  const made = await state.api.create(pullRequest, text);
  // Where nobody else tells who we are, our own comment does.
  state.me ??= made.author;
  const kept = await find(state, sticky);
  return { comment: kept?.comment ?? made, change: "created" };
}

/** Some tokens may comment, but not ask whose they are. */
async function whoAmI(api: CommentApi): Promise<string | undefined> {
  try {
    return await api.whoAmI();
  } catch (error) {
    const kind = problemIn(error)?.failure.kind;
    if (kind === "unauthorized" || kind === "gone") return undefined;
    throw error;
  }
}

/** Finds our comments, and deletes all but the oldest. */
async function keepOldest(
  { api, me }: State,
  sticky: StickyComment,
): Promise<ForgeComment | undefined> {
  // Comments of accounts that are gone have no author either.
  if (me === undefined || me === "") return undefined;
  const comments = await api.list(sticky.pullRequest);
  const ours = comments.filter(({ author, body }) =>
    author === me && body.trimStart().startsWith(sticky.marker.trimEnd())
  );
  const [oldest, ...rest] = ours.toSorted(byAge);
  for (const comment of rest) await tidy(api, { sticky, comment });
  return oldest;
}

/** A duplicate that cannot be deleted is a nuisance, and no more. */
async function tidy(
  api: CommentApi,
  { sticky, comment }: Candidate,
): Promise<void> {
  try {
    await api.remove(sticky.pullRequest, comment);
  } catch (error) {
    if (problemIn(error) === undefined) throw error;
  }
}

/** Edits a comment; `undefined` if it was deleted meanwhile. */
async function edit(
  { api }: State,
  { sticky, comment }: Candidate,
): Promise<Placed | undefined> {
  const { pullRequest, text } = sticky;
  try {
    const edited = await api.edit(pullRequest, { ...comment, body: text });
    return { comment: edited, change: "edited" };
  } catch (error) {
    if (problemIn(error)?.failure.kind === "gone") return undefined;
    throw error;
  }
}

/** Ids are numbers that grow, whatever order a list has. */
function byAge({ id: one }: ForgeComment, { id: other }: ForgeComment): number {
  return one.length - other.length || (one < other ? -1 : 1);
}

/** Forges trim what they store, and some write line ends of their own. */
function sameText(one: string, other: string): boolean {
  return one.replaceAll("\r\n", "\n").trim() ===
    other.replaceAll("\r\n", "\n").trim();
}
