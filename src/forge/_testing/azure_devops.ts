import { type Call, json, type Speak } from "./serve.ts";
import {
  addComment,
  commentsOn,
  removeComment,
  ROBOT,
  type World,
  type WorldComment,
  type WorldPullRequest,
} from "./world.ts";

/** The API of Azure DevOps, version 7.1. */
export const speakAzure: Speak = (call, world) => {
  const { path, query } = call;
  if (path === "/_apis/connectionData") {
    return json({ authenticatedUser: { id: ROBOT } });
  }
  const prefix = "/platform/_apis/git/repositories/fleet";
  if (!path.startsWith(prefix) || query.get("api-version") !== "7.1") {
    return undefined;
  }
  return speakRepository({ ...call, path: path.slice(prefix.length) }, world);
};

function speakRepository(call: Call, world: World): Response | undefined {
  const { path, query } = call;
  if (path === "/pullrequests") {
    const skip = Number(query.get("$skip"));
    const size = Math.min(world.pageSize, Number(query.get("$top")));
    const ref = query.get("searchCriteria.targetRefName");
    const value = world.pullRequests
      .filter(({ base }) => `refs/heads/${base}` === ref)
      .slice(skip, skip + size).map(pullRequestJson);
    return json({ value, count: value.length });
  }
  const [, commit] = /^\/commits\/([0-9a-f]{40})\/statuses$/.exec(path) ?? [];
  if (commit !== undefined) return postStatus(call, { world, sha: commit });
  const [, number, rest] = /^\/pullRequests\/(\d+)\/(.+)$/.exec(path) ?? [];
  const found = world.pullRequests.find((one) => one.number === Number(number));
  if (found === undefined) return undefined;
  if (rest === "iterations") {
    return json({
      value: [
        { id: 1, sourceRefCommit: { commitId: "f".repeat(40) } },
        { id: 2, sourceRefCommit: { commitId: found.sha } },
      ],
    });
  }
  if (rest === "statuses") {
    if (call.body.iterationId !== 2) return json({ message: "iteration" }, 400);
    return postStatus(call, { world, sha: found.sha });
  }
  return speakThreads({ ...call, path: rest ?? "" }, { world, found });
}

function postStatus(
  { body }: Call,
  { world, sha }: { readonly world: World; readonly sha: string },
): Response {
  const { state, description, targetUrl: url, context } = body;
  const name = `${context.genre}/${context.name}`;
  world.statuses.push({ sha, state, context: name, description, url });
  return json({ id: 1 }, 201);
}

function speakThreads(
  { method, path, body }: Call,
  { world, found }: {
    readonly world: World;
    readonly found: WorldPullRequest;
  },
): Response | undefined {
  const pullRequest = found.number;
  if (path === "threads" && method === "POST") {
    const [first] = body.comments;
    const fields = { pullRequest, author: ROBOT, body: first.content };
    return json(threadJson(addComment(world, fields)));
  }
  if (path === "threads") {
    const system = { id: 1, comments: [{ id: 1, author: { id: ROBOT } }] };
    const ours = commentsOn(world, pullRequest).map(threadJson);
    return json({ value: [system, ...ours] });
  }
  const [, thread] = /^threads\/(\d+)\/comments\/1$/.exec(path) ?? [];
  const comment = world.comments.find(({ id }) => id === Number(thread));
  if (comment === undefined) return undefined;
  if (comment.author !== ROBOT) return json({ message: "TF401027" }, 403);
  if (method === "DELETE") {
    removeComment(world, comment.id);
    return new Response(null, { status: 200 });
  }
  comment.body = body.content;
  return json(commentJson(comment));
}

function threadJson(comment: WorldComment) {
  return { id: comment.id, comments: [commentJson(comment)] };
}

function commentJson({ author, body }: WorldComment) {
  return { id: 1, content: body, author: { id: author } };
}

function pullRequestJson(found: WorldPullRequest) {
  const { number, title, base, head, sha, fork, draft, labels } = found;
  return {
    pullRequestId: number,
    title,
    isDraft: draft,
    labels: labels.map((name) => ({ name })),
    createdBy: { uniqueName: found.author },
    sourceRefName: `refs/heads/${head}`,
    targetRefName: `refs/heads/${base}`,
    lastMergeSourceCommit: { commitId: sha },
    lastMergeTargetCommit: { commitId: "b".repeat(40) },
    ...(fork ? { forkSource: { repository: { id: "2" } } } : {}),
  };
}
