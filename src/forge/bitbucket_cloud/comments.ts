import type { z } from "zod";
import type { CommentApi, ForgeComment } from "../api.ts";
import { readJson, sendJson } from "../http/json.ts";
import { MAX_COMMENT_PAGES, PAGE_SIZE } from "../limits.ts";
import { type CloudAccess, listCloud } from "./access.ts";
import { commentSchema, commentsSchema, userSchema } from "./schemas.ts";

/**
 * The comments of pull requests on Bitbucket Cloud.
 *
 * @param access The way into the repository.
 * @returns The calls.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openCloudAccess } from "./access.ts";
 * const access = openCloudAccess({
 *   kind: "bitbucket-cloud",
 *   repository: "workspace/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(typeof cloudComments(access).list, "function");
 * ```
 */
export function cloudComments({ client, path }: CloudAccess): CommentApi {
  const pathOf = (pullRequest: string) =>
    `${path}/pullrequests/${pullRequest}/comments`;
  const write = async (
    request: { method: "POST" | "PUT"; path: string; body: string },
  ) => {
    const { value } = await readJson(client, {
      ...request,
      body: { content: { raw: request.body } },
      schema: commentSchema,
    });
    return commentOf(value);
  };
  return {
    async whoAmI() {
      const { value } = await readJson(client, {
        method: "GET",
        path: "user",
        schema: userSchema,
      });
      return value.uuid;
    },
    async list(pullRequest) {
      const { items } = await listCloud(client, {
        path: `${pathOf(pullRequest)}?pagelen=${PAGE_SIZE}`,
        schema: commentsSchema,
        maxPages: MAX_COMMENT_PAGES,
      });
      return items.filter(({ deleted }) => !deleted).map(commentOf);
    },
    create: (pullRequest, body) =>
      write({ method: "POST", path: pathOf(pullRequest), body }),
    edit: (pullRequest, { id, body }) =>
      write({ method: "PUT", path: `${pathOf(pullRequest)}/${id}`, body }),
    async remove(pullRequest, { id }) {
      const found = `${pathOf(pullRequest)}/${id}`;
      await sendJson(client, { method: "DELETE", path: found });
    },
  };
}

function commentOf(
  { id, user, content }: z.output<typeof commentSchema>,
): ForgeComment {
  return { id: String(id), author: user?.uuid ?? "", body: content.raw };
}
