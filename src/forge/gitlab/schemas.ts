/**
 * What GitLab's API answers, as far as it is read.
 *
 * @module
 */

import { z } from "zod";

/** The account behind a token. */
export const userSchema = z.object({ username: z.string() });

/** A page of merge requests. `sha` is `null` before the first commit. */
export const mergeRequestsSchema = z.array(z.object({
  iid: z.int().positive(),
  title: z.string(),
  web_url: z.string(),
  draft: z.boolean().default(false),
  labels: z.array(z.string()).default([]),
  author: userSchema,
  source_branch: z.string(),
  target_branch: z.string(),
  sha: z.string().nullish(),
  source_project_id: z.number().nullish(),
  target_project_id: z.number(),
}));

/** One comment. */
export const noteSchema = z.object({
  id: z.int().positive(),
  author: userSchema,
  body: z.string(),
});

/** A page of comments. */
export const notesSchema = z.array(noteSchema);

/** The statuses of a commit. */
export const statusesSchema = z.array(
  z.object({ name: z.string(), status: z.string() }),
);

/** What comes with a page. */
export const pageSchema = z.object({
  data: z.array(z.unknown()),
  paginationInfo: z.object({ next: z.number().nullish() }),
});
