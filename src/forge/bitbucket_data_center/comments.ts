import type { z } from "zod";
import type { CommentApi, ForgeComment } from "../api.ts";
import { readJson, sendJson } from "../http/json.ts";
import { problemIn } from "../http/problem.ts";
import { MAX_COMMENT_PAGES } from "../limits.ts";
import { type DataCenterAccess, listDataCenter } from "./access.ts";
import { activitiesSchema, commentSchema } from "./schemas.ts";

/**
 * The comments of pull requests on Bitbucket Data Center. Each has a version,
 * and is edited only by who knows the last one.
 *
 * @param access The way into the repository.
 * @returns The calls.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openDataCenterAccess } from "./access.ts";
 * const access = openDataCenterAccess({
 *   kind: "bitbucket-data-center",
 *   url: "https://bitbucket.example",
 *   repository: "PLAT/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(typeof dataCenterComments(access).list, "function");
 * ```
 */
export function dataCenterComments(access: DataCenterAccess): CommentApi {
  const { client, path } = access;
  const pathOf = (pullRequest: string, id = "") =>
    `${path}/pull-requests/${pullRequest}/comments${id && `/${id}`}`;
  const send = async (
    request: { method: "GET" | "POST" | "PUT"; path: string; body?: unknown },
  ) => {
    const { value } = await readJson(client, {
      ...request,
      schema: commentSchema,
    });
    return commentOf(value);
  };
  const put = (pullRequest: string, comment: ForgeComment) => {
    const { id, version, body: text } = comment;
    const body = { text, version };
    return send({ method: "PUT", path: pathOf(pullRequest, id), body });
  };
  return {
    async whoAmI() {
      // Every answer to somebody says to whom.
      const { headers } = await sendJson(client, {
        method: "GET",
        path: "api/latest/application-properties",
      });
      return headers.get("x-ausername") ?? undefined;
    },
    async list(pullRequest) {
      const { items } = await listDataCenter(client, {
        path: `${path}/pull-requests/${pullRequest}/activities`,
        query: {},
        schema: activitiesSchema,
        maxPages: MAX_COMMENT_PAGES,
      });
      return items.flatMap(({ action, commentAction, comment }) =>
        action === "COMMENTED" && commentAction === "ADDED" &&
          comment !== undefined
          ? [commentOf(comment)]
          : []
      );
    },
    create: (pullRequest, text) =>
      send({ method: "POST", path: pathOf(pullRequest), body: { text } }),
    async edit(pullRequest, comment) {
      try {
        return await put(pullRequest, comment);
      } catch (error) {
        if (problemIn(error)?.status !== 409) throw error;
        const found = pathOf(pullRequest, comment.id);
        const { version } = await send({ method: "GET", path: found });
        return await put(pullRequest, { ...comment, version });
      }
    },
    async remove(pullRequest, { id, version }) {
      const found = pathOf(pullRequest, id);
      await sendJson(client, {
        method: "DELETE",
        path: `${found}?version=${version}`,
      });
    },
  };
}

function commentOf(
  { id, version, text, author }: z.output<typeof commentSchema>,
): ForgeComment {
  return { id: String(id), author: author.name, body: text, version };
}
