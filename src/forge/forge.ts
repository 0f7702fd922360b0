/**
 * What a preview needs of a forge, and no more.
 *
 * @module
 */

import type { DialectName } from "../preview/mod.ts";
import type { ForgeOutcome } from "./outcome.ts";
import type { HeadRef, PullRequest } from "./pull_request.ts";

/** The forges that are known; `git` is a repository without one. */
export const FORGE_KINDS = [
  "github",
  "gitlab",
  "gitea",
  "bitbucket-cloud",
  "bitbucket-data-center",
  "azure-devops",
  "git",
] as const;

/** One of the forges that are known. Forgejo is `gitea`. */
export type ForgeKind = typeof FORGE_KINDS[number];

/** How much a comment may hold, and how it is written. */
export interface CommentBudget {
  /** In UTF-16 code units, the way that counts most. */
  readonly characters: number;
  readonly bytes: number;
  readonly dialect: DialectName;
}

/** The open pull requests of a repository. */
export interface PullRequestList {
  readonly pullRequests: readonly PullRequest[];
  /** Whether there are more than were read. */
  readonly truncated: boolean;
}

/** A comment to be there, once. */
export interface CommentRequest {
  /**
   * By which the comment is found again, such as `k0render-preview:fleet`:
   * letters, digits and `._:/-`. The forge hides it in the comment.
   */
  readonly marker: string;
  /** Markdown within the forge's budget, without the marker. */
  readonly body: string;
}

/** The comment that is there. */
export interface PlacedComment {
  readonly id: string;
  /** Whether it was made, edited, or said the same already. */
  readonly change: "created" | "edited" | "none";
}

/** What a commit status says of a commit. */
export interface CommitStatus {
  readonly state: "pending" | "success" | "failure";
  /** The name of the check, such as `k0render/preview`. */
  readonly context: string;
  /** One line; what the forge has no room for is cut off. */
  readonly description: string;
  /** An HTTP URL that the status leads to. */
  readonly url: string;
}

/** What a status is for. */
export interface StatusTarget {
  /** The full commit id. */
  readonly sha: string;
  /** The pull request, for forges that keep statuses there. */
  readonly pullRequest?: string | undefined;
}

/**
 * A repository on a forge. Nothing here throws because of the forge: what goes
 * wrong there is an outcome.
 */
export interface Forge {
  readonly kind: ForgeKind;
  readonly budget: CommentBudget;
  /**
   * Reads the open pull requests into a branch.
   *
   * @param base The branch's name.
   * @returns Them, in the order of their ids.
   */
  listPullRequests(base: string): Promise<ForgeOutcome<PullRequestList>>;
  /**
   * Makes a comment be there once: edits ours, or makes one.
   *
   * @param pullRequest The pull request's id.
   * @param comment The comment.
   * @returns Which one it is.
   */
  putComment(
    pullRequest: string,
    comment: CommentRequest,
  ): Promise<ForgeOutcome<PlacedComment>>;
  /**
   * Makes a commit have a status; one that it has already is not sent again.
   *
   * @param target What the status is for.
   * @param status The status.
   * @returns Whether the forge took it.
   */
  putStatus(
    target: StatusTarget,
    status: CommitStatus,
  ): Promise<ForgeOutcome<undefined>>;
  /**
   * Tells where a pull request's commits can be fetched from.
   *
   * @param pullRequest The pull request.
   * @returns The ref.
   */
  headRef(pullRequest: PullRequest): HeadRef;
  /**
   * The page that shows a branch.
   *
   * @param branch The branch's name.
   * @returns The URL; `undefined` for plain Git.
   */
  branchUrl(branch: string): string | undefined;
  /**
   * The page that shows what one branch has over another.
   *
   * @param base The branch to compare with.
   * @param head The branch.
   * @returns The URL; `undefined` for plain Git.
   */
  compareUrl(base: string, head: string): string | undefined;
}
