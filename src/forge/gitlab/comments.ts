import type { z } from "zod";
import type { CommentApi, ForgeComment } from "../api.ts";
import { understand } from "../http/json.ts";
import { MAX_COMMENT_PAGES, PAGE_SIZE } from "../limits.ts";
import { type GitLabAccess, listGitLab } from "./access.ts";
import { noteSchema, notesSchema, userSchema } from "./schemas.ts";

/**
 * The comments of merge requests on GitLab, which calls them notes.
 *
 * @param access The way into the project.
 * @returns The calls.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openGitLabAccess } from "./access.ts";
 * const access = await openGitLabAccess({
 *   kind: "gitlab",
 *   repository: "team/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(typeof gitLabComments(access).list, "function");
 * ```
 */
export function gitLabComments(access: GitLabAccess): CommentApi {
  const { client, notes, project, users } = access;
  const read = (json: unknown) =>
    commentOf(understand(client, { json, schema: noteSchema }));
  return {
    async whoAmI() {
      const json = await users.showCurrentUser();
      return understand(client, { json, schema: userSchema }).username;
    },
    async list(pullRequest) {
      const { items } = await listGitLab(client, {
        read: (page) =>
          notes.all(project, Number(pullRequest), {
            sort: "asc",
            orderBy: "created_at",
            perPage: PAGE_SIZE,
            page,
            showExpanded: true,
          }),
        schema: notesSchema,
        maxPages: MAX_COMMENT_PAGES,
      });
      return items.map(commentOf);
    },
    async create(pullRequest, body) {
      return read(await notes.create(project, Number(pullRequest), body));
    },
    async edit(pullRequest, { id, body }) {
      const iid = Number(pullRequest);
      return read(await notes.edit(project, iid, Number(id), { body }));
    },
    async remove(pullRequest, { id }) {
      await notes.remove(project, Number(pullRequest), Number(id));
    },
  };
}

function commentOf(
  { id, author, body }: z.output<typeof noteSchema>,
): ForgeComment {
  return { id: String(id), author: author.username, body };
}
