/**
 * What differs between forges: the calls of their APIs. The rest is in
 * `make_forge.ts`, once.
 *
 * @module
 */

import type {
  CommentBudget,
  CommitStatus,
  ForgeKind,
  PullRequestList,
  StatusTarget,
} from "./forge.ts";
import type { HeadRef, PullRequest } from "./pull_request.ts";

/** A comment on a pull request. */
export interface ForgeComment {
  readonly id: string;
  /** The account that wrote it, in the words of {@linkcode CommentApi.whoAmI}. */
  readonly author: string;
  readonly body: string;
  /** What has to be sent along to edit it: Bitbucket Data Center's version. */
  readonly version?: number | undefined;
}

/** The comments of pull requests. */
export interface CommentApi {
  /**
   * Tells who comments.
   *
   * @returns The account, or `undefined` where the forge does not tell.
   */
  whoAmI(): Promise<string | undefined>;
  /**
   * Reads comments, in any order.
   *
   * @param pullRequest The pull request's id.
   * @returns The comments.
   */
  list(pullRequest: string): Promise<readonly ForgeComment[]>;
  /**
   * Writes a comment.
   *
   * @param pullRequest The pull request's id.
   * @param body The text.
   * @returns The comment.
   */
  create(pullRequest: string, body: string): Promise<ForgeComment>;
  /**
   * Replaces the text of a comment.
   *
   * @param pullRequest The pull request's id.
   * @param comment The comment, with its new text.
   * @returns The comment as it is now.
   */
  edit(pullRequest: string, comment: ForgeComment): Promise<ForgeComment>;
  /**
   * Deletes a comment.
   *
   * @param pullRequest The pull request's id.
   * @param comment The comment.
   */
  remove(pullRequest: string, comment: ForgeComment): Promise<void>;
}

/**
 * The calls of a forge's API. What goes wrong is thrown, as a
 * `ForgeProblem`.
 */
export interface ForgeApi {
  readonly kind: ForgeKind;
  readonly budget: CommentBudget;
  /** How long the description of a status may be, in characters. */
  readonly maxDescription: number;
  /** Left out where there are no comments. */
  readonly comments?: CommentApi;
  /**
   * Reads the open pull requests into a branch.
   *
   * @param base The branch's name.
   * @returns Them.
   */
  pullRequests(base: string): Promise<PullRequestList>;
  /**
   * Posts a status. Left out where there are none.
   *
   * @param target What it is for.
   * @param status The status; its description is short enough.
   */
  postStatus?(target: StatusTarget, status: CommitStatus): Promise<void>;
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
   * @returns The URL, if there is one.
   */
  branchUrl(branch: string): string | undefined;
  /**
   * The page that shows what one branch has over another.
   *
   * @param base The branch to compare with.
   * @param head The branch.
   * @returns The URL, if there is one.
   */
  compareUrl(base: string, head: string): string | undefined;
}
