/**
 * What the API of Bitbucket Cloud answers, as far as it is read.
 *
 * @module
 */

import { z } from "zod";

const side = z.object({
  branch: z.object({ name: z.string() }),
  commit: z.object({ hash: z.string() }).nullish(),
  repository: z.object({ full_name: z.string() }).nullish(),
});

const author = z.object({
  uuid: z.string().exactOptional(),
  nickname: z.string().exactOptional(),
  display_name: z.string().exactOptional(),
}).nullish();

/** A page, and the URL of the next one. */
const next = z.string().exactOptional();

/** A page of pull requests. */
export const pullRequestsSchema = z.object({
  values: z.array(z.object({
    id: z.int().positive(),
    title: z.string(),
    draft: z.boolean().default(false),
    author,
    links: z.object({ html: z.object({ href: z.string() }) }),
    source: side,
    destination: side,
  })),
  next,
});

/** One comment; a deleted one stays in the list. */
export const commentSchema = z.object({
  id: z.int().positive(),
  user: author,
  content: z.object({ raw: z.string() }),
  deleted: z.boolean().default(false),
});

/** A page of comments. */
export const commentsSchema = z.object({
  values: z.array(commentSchema),
  next,
});

/** The account behind a token. */
export const userSchema = z.object({ uuid: z.string() });

/** A commit, with its full id. */
export const commitSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{40}$/),
});
