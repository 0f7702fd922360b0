import type { z } from "zod";
import type { CommentApi, ForgeComment } from "../api.ts";
import { understand } from "../http/json.ts";
import { MAX_COMMENT_PAGES, PAGE_SIZE } from "../limits.ts";
import { type GitHubAccess, listGitHub } from "./access.ts";
import { commentSchema, commentsSchema, viewerSchema } from "./schemas.ts";

/**
 * The comments of pull requests on GitHub, which counts them as issues.
 *
 * @param access The way into the repository.
 * @returns The calls.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openGitHubAccess } from "./access.ts";
 * const access = await openGitHubAccess({
 *   kind: "github",
 *   repository: "team/fleet",
 *   credentials: { kind: "token", token: "t0ken" },
 * });
 * assertEquals(typeof gitHubComments(access).list, "function");
 * ```
 */
export function gitHubComments(access: GitHubAccess): CommentApi {
  const { octokit, client, where } = access;
  const { issues } = octokit.rest;
  const read = (json: unknown) =>
    commentOf(understand(client, { json, schema: commentSchema }));
  return {
    async whoAmI() {
      // GET /user is closed to the tokens of Apps and of Actions.
      const { data } = await octokit.request("POST /graphql", {
        baseUrl: graphQlRoot(client.api),
        query: "{viewer{login}}",
      });
      return understand(client, { json: data, schema: viewerSchema })
        .data.viewer.login;
    },
    async list(pullRequest) {
      const { items } = await listGitHub(client, {
        read: (page) =>
          issues.listComments({
            ...where,
            issue_number: Number(pullRequest),
            per_page: PAGE_SIZE,
            page,
          }),
        schema: commentsSchema,
        maxPages: MAX_COMMENT_PAGES,
      });
      return items.map(commentOf);
    },
    async create(pullRequest, body) {
      const issue_number = Number(pullRequest);
      const { data } = await issues.createComment({
        ...where,
        issue_number,
        body,
      });
      return read(data);
    },
    async edit(_pullRequest, { id, body }) {
      const comment_id = Number(id);
      const { data } = await issues.updateComment({
        ...where,
        comment_id,
        body,
      });
      return read(data);
    },
    async remove(_pullRequest, { id }) {
      await issues.deleteComment({ ...where, comment_id: Number(id) });
    },
  };
}

/** GitHub Enterprise has GraphQL beside the REST API, not below it. */
function graphQlRoot(api: URL): string {
  return api.href.replace(/\/$/, "").replace(/\/api\/v3$/, "/api");
}

function commentOf(
  { id, user, body }: z.output<typeof commentSchema>,
): ForgeComment {
  return { id: String(id), author: user?.login ?? "", body: body ?? "" };
}
