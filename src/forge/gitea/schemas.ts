/**
 * What the API of Gitea and Forgejo answers, as far as it is read.
 *
 * @module
 */

import { z } from "zod";

const login = z.object({ login: z.string() }).nullish();
const side = z.object({
  ref: z.string(),
  sha: z.string(),
  repo_id: z.number().exactOptional(),
});

/** A page of pull requests. */
export const pullRequestsSchema = z.array(z.object({
  number: z.int().positive(),
  title: z.string(),
  html_url: z.string(),
  draft: z.boolean().default(false),
  user: login,
  labels: z.array(z.object({ name: z.string() })).nullish(),
  base: side,
  head: side,
}));

/** One comment. */
export const commentSchema = z.object({
  id: z.int().positive(),
  user: login,
  body: z.string(),
});

/** A page of comments. */
export const commentsSchema = z.array(commentSchema);

/** The account behind a token. */
export const userSchema = z.object({ login: z.string() });
