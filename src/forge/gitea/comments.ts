import type { z } from "zod";
import type { CommentApi, ForgeComment } from "../api.ts";
import { readJson, sendJson } from "../http/json.ts";
import { MAX_COMMENT_PAGES } from "../limits.ts";
import { type GiteaAccess, listGitea } from "./access.ts";
import { commentSchema, commentsSchema, userSchema } from "./schemas.ts";

/**
 * The comments of pull requests on Gitea, which counts them as issues.
 *
 * @param access The way into the repository.
 * @returns The calls.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openGiteaAccess } from "./access.ts";
 * const access = openGiteaAccess({
 *   kind: "gitea",
 *   repository: "team/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(typeof giteaComments(access).list, "function");
 * ```
 */
export function giteaComments({ client, path }: GiteaAccess): CommentApi {
  const write = async (
    request: { method: "POST" | "PATCH"; path: string; body: string },
  ) => {
    const { value } = await readJson(client, {
      ...request,
      body: { body: request.body },
      schema: commentSchema,
    });
    return commentOf(value);
  };
  const pathTo = (id: string) => `${path}/issues/comments/${id}`;
  const pathOf = (pullRequest: string) =>
    `${path}/issues/${pullRequest}/comments`;
  return {
    async whoAmI() {
      const { value } = await readJson(client, {
        method: "GET",
        path: "user",
        schema: userSchema,
      });
      return value.login;
    },
    async list(pullRequest) {
      const { items } = await listGitea(client, {
        path: pathOf(pullRequest),
        query: {},
        schema: commentsSchema,
        maxPages: MAX_COMMENT_PAGES,
      });
      return items.map(commentOf);
    },
    create: (pullRequest, body) =>
      write({ method: "POST", path: pathOf(pullRequest), body }),
    edit: (_pullRequest, { id, body }) =>
      write({ method: "PATCH", path: pathTo(id), body }),
    async remove(_pullRequest, { id }) {
      await sendJson(client, { method: "DELETE", path: pathTo(id) });
    },
  };
}

function commentOf(
  { id, user, body }: z.output<typeof commentSchema>,
): ForgeComment {
  return { id: String(id), author: user?.login ?? "", body };
}
