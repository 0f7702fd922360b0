/**
 * Comments of GitHub's API, which Gitea and Forgejo have taken over.
 *
 * @module
 */

import { type Call, json } from "./serve.ts";
import {
  addComment,
  commentsOn,
  removeComment,
  ROBOT,
  type World,
  type WorldComment,
} from "./world.ts";

/**
 * Answers calls about comments.
 *
 * @param call The call, from `/repos/<owner>/<name>` on.
 * @param world What there is.
 * @param list Answers with the comments on a pull request.
 * @returns The answer, or `undefined` where it is about something else.
 */
export function speakIssueComments(
  call: Call,
  world: World,
  list: (comments: readonly unknown[]) => Response,
): Response | undefined {
  const { method, path, body } = call;
  const one = /^\/issues\/comments\/(\d+)$/.exec(path);
  if (one !== null) return speakComment(call, world, Number(one[1]));
  const all = /^\/issues\/(\d+)\/comments$/.exec(path);
  const pullRequest = Number(all?.[1]);
  if (!world.pullRequests.some(({ number }) => number === pullRequest)) {
    return undefined;
  }
  if (method === "POST") {
    const fields = { pullRequest, author: ROBOT, body: body.body };
    return json(commentJson(addComment(world, fields)), 201);
  }
  return list(commentsOn(world, pullRequest).map(commentJson));
}

function speakComment(
  { method, body }: Call,
  world: World,
  id: number,
): Response | undefined {
  const found = world.comments.find((comment) => comment.id === id);
  if (found === undefined) return undefined;
  if (found.author !== ROBOT) return json({ message: "Forbidden" }, 403);
  if (method === "DELETE") {
    removeComment(world, found.id);
    return new Response(null, { status: 204 });
  }
  found.body = body.body;
  return json(commentJson(found));
}

function commentJson({ id, author, body }: WorldComment) {
  return { id, user: { login: author }, body };
}
