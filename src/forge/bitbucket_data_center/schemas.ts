/**
 * What the API of Bitbucket Data Center answers, as far as it is read.
 *
 * @module
 */

import { z } from "zod";

const side = z.object({
  id: z.string(),
  displayId: z.string(),
  latestCommit: z.string(),
  repository: z.object({ id: z.number() }),
});

/** The place of the next page, on all but the last. */
const nextPageStart = z.number().nullish();

/** A page of pull requests. */
export const pullRequestsSchema = z.object({
  values: z.array(z.object({
    id: z.int().positive(),
    title: z.string(),
    draft: z.boolean().default(false),
    author: z.object({ user: z.object({ name: z.string() }) }),
    fromRef: side,
    toRef: side,
  })),
  isLastPage: z.boolean(),
  nextPageStart,
});

/** One comment. */
export const commentSchema = z.object({
  id: z.int().positive(),
  version: z.int(),
  text: z.string(),
  author: z.object({ name: z.string() }),
});

/** A page of what happened to a pull request. */
export const activitiesSchema = z.object({
  values: z.array(z.object({
    action: z.string(),
    commentAction: z.string().exactOptional(),
    comment: commentSchema.exactOptional(),
  })),
  isLastPage: z.boolean(),
  nextPageStart,
});
