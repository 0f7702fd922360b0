/**
 * What the API of Azure DevOps answers, as far as it is read.
 *
 * @module
 */

import { z } from "zod";

const commit = z.object({ commitId: z.string() }).nullish();

/** Some of the pull requests. */
export const pullRequestsSchema = z.object({
  value: z.array(z.object({
    pullRequestId: z.int().positive(),
    title: z.string(),
    isDraft: z.boolean().default(false),
    labels: z.array(z.object({ name: z.string() })).nullish(),
    createdBy: z.object({
      uniqueName: z.string().exactOptional(),
      displayName: z.string().exactOptional(),
    }),
    sourceRefName: z.string(),
    targetRefName: z.string(),
    lastMergeSourceCommit: commit,
    lastMergeTargetCommit: commit,
    forkSource: z.object({}).nullish(),
  })),
});

/** One comment of a thread; a deleted one has no content. */
export const commentSchema = z.object({
  id: z.int().positive(),
  content: z.string().nullish(),
  author: z.object({ id: z.string() }),
  isDeleted: z.boolean().default(false),
});

/** A thread of comments. */
export const threadSchema = z.object({
  id: z.int().positive(),
  isDeleted: z.boolean().default(false),
  comments: z.array(commentSchema).default([]),
});

/** All threads of a pull request. */
export const threadsSchema = z.object({ value: z.array(threadSchema) });

/** The account behind a token. */
export const connectionSchema = z.object({
  authenticatedUser: z.object({ id: z.string() }),
});

/** The pushes to a pull request. */
export const iterationsSchema = z.object({
  value: z.array(z.object({ id: z.int(), sourceRefCommit: commit })),
});
