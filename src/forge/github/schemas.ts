/**
 * What GitHub's API answers, as far as it is read.
 *
 * @module
 */

import { z } from "zod";

const login = z.object({ login: z.string() }).nullish();
const side = z.object({
  ref: z.string(),
  sha: z.string(),
  repo: z.object({ id: z.number() }).nullish(),
});

/** A page of pull requests. */
export const pullRequestsSchema = z.array(z.object({
  number: z.int().positive(),
  title: z.string(),
  html_url: z.string(),
  draft: z.boolean().default(false),
  user: login,
  author_association: z.string().exactOptional(),
  labels: z.array(z.object({ name: z.string() })).default([]),
  base: side,
  head: side,
}));

/** One comment. The author is `null` once the account is gone. */
export const commentSchema = z.object({
  id: z.int().positive(),
  user: login,
  body: z.string().nullish(),
});

/** A page of comments. */
export const commentsSchema = z.array(commentSchema);

/** The account behind a token, as GraphQL tells it for users and for apps. */
export const viewerSchema = z.object({
  data: z.object({ viewer: z.object({ login: z.string() }) }),
});
