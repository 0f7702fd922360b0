import type { CommentApi, ForgeComment } from "../api.ts";
import { readJson, sendJson } from "../http/json.ts";
import type { AzureAccess } from "./access.ts";
import {
  commentSchema,
  connectionSchema,
  threadSchema,
  threadsSchema,
} from "./schemas.ts";
import type { z } from "zod";

/** An ordinary text, neither code nor of the system. */
const TEXT = 1;

/**
 * The comments of pull requests on Azure DevOps, which come in threads: ours
 * is the first of its thread.
 *
 * @param access The way into the repository.
 * @returns The calls.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openAzureAccess } from "./access.ts";
 * const access = openAzureAccess({
 *   kind: "azure-devops",
 *   repository: "contoso/platform/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(typeof azureComments(access).list, "function");
 * ```
 */
export function azureComments({ client, path }: AzureAccess): CommentApi {
  const threads = (pullRequest: string) =>
    `pullRequests/${pullRequest}/threads`;
  const commentPath = (pullRequest: string, thread: string) =>
    path(`${threads(pullRequest)}/${thread}/comments/1`);
  return {
    async whoAmI() {
      const { value } = await readJson(client, {
        method: "GET",
        path: "_apis/connectionData",
        schema: connectionSchema,
      });
      return value.authenticatedUser.id;
    },
    async list(pullRequest) {
      const { value } = await readJson(client, {
        method: "GET",
        path: path(threads(pullRequest)),
        schema: threadsSchema,
      });
      return value.value.flatMap((thread) => firstOf(thread));
    },
    async create(pullRequest, content) {
      const { value } = await readJson(client, {
        method: "POST",
        path: path(threads(pullRequest)),
        body: {
          comments: [{ parentCommentId: 0, content, commentType: TEXT }],
          // Policies may ask that every thread is resolved before a merge.
          status: "closed",
        },
        schema: threadSchema,
      });
      const [made] = firstOf(value);
      return made ?? { id: String(value.id), author: "", body: content };
    },
    async edit(pullRequest, { id, body: content }) {
      const { value } = await readJson(client, {
        method: "PATCH",
        path: commentPath(pullRequest, id),
        body: { content },
        schema: commentSchema,
      });
      return { id, author: value.author.id, body: value.content ?? "" };
    },
    async remove(pullRequest, { id }) {
      const found = commentPath(pullRequest, id);
      await sendJson(client, { method: "DELETE", path: found });
    },
  };
}

/** The first comment of a thread, under the thread's id. */
function firstOf(
  { id, isDeleted, comments }: z.output<typeof threadSchema>,
): ForgeComment[] {
  const first = comments.find((comment) => comment.id === 1);
  if (isDeleted || first === undefined || first.isDeleted) return [];
  const { author, content } = first;
  return [{ id: String(id), author: author.id, body: content ?? "" }];
}
