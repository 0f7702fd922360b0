/**
 * What a forge of the tests holds, whatever it speaks.
 *
 * @module
 */

/** The account behind the token that tests use. */
export const ROBOT = "k0render-robot";

/** The secret that must never come out anywhere. */
export const TOKEN = "s3cr3t-t0ken-of-the-robot";

/** A pull request. */
export interface WorldPullRequest {
  readonly number: number;
  readonly title: string;
  readonly base: string;
  readonly head: string;
  readonly sha: string;
  readonly fork: boolean;
  readonly draft: boolean;
  readonly labels: readonly string[];
  readonly author: string;
}

/** A comment on a pull request. */
export interface WorldComment {
  readonly id: number;
  readonly pullRequest: number;
  readonly author: string;
  body: string;
  version: number;
}

/** A status as a forge was told it. */
export interface WorldStatus {
  readonly sha: string;
  readonly state: string;
  readonly context: string;
  readonly description: string;
  readonly url: string;
}

/** What a forge holds. */
export interface World {
  readonly pullRequests: WorldPullRequest[];
  comments: WorldComment[];
  readonly statuses: WorldStatus[];
  /** How many items a page has, whatever is asked for. */
  pageSize: number;
  /** Answers instead of the forge, where it does. */
  fault:
    | ((request: Request, body: string) => Response | undefined)
    | undefined;
  /** All requests, as `GET /path?query`. */
  readonly log: string[];
  nextId: number;
}

/** A world with one pull request, number 7. */
export function makeWorld(): World {
  return {
    pullRequests: [makePullRequest({})],
    comments: [],
    statuses: [],
    pageSize: 30,
    fault: undefined,
    log: [],
    nextId: 100,
  };
}

/** A pull request like any other, but for what is given. */
export function makePullRequest(
  fields: Partial<WorldPullRequest>,
): WorldPullRequest {
  return {
    number: 7,
    title: "Add workers",
    base: "main",
    head: "more-workers",
    sha: "a".repeat(40),
    fork: false,
    draft: false,
    labels: [],
    author: "ada",
    ...fields,
  };
}

/** Adds a comment, and returns it. */
export function addComment(
  world: World,
  fields: Pick<WorldComment, "author" | "body"> & { pullRequest?: number },
): WorldComment {
  const comment = {
    id: world.nextId++,
    pullRequest: 7,
    version: 0,
    ...fields,
  };
  world.comments.push(comment);
  return comment;
}

/** The comments on a pull request. */
export function commentsOn(world: World, pullRequest: number): WorldComment[] {
  return world.comments.filter((found) => found.pullRequest === pullRequest);
}

/** Removes a comment; whether it was there. */
export function removeComment(world: World, id: number): boolean {
  const before = world.comments.length;
  world.comments = world.comments.filter((found) => found.id !== id);
  return world.comments.length < before;
}
