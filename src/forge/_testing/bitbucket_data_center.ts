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

/** The API of Bitbucket Data Center, and that for build statuses. */
export const speakDataCenter: Speak = (call, world) => {
  const { method, path, body } = call;
  if (path === "/api/latest/application-properties") {
    return json({ version: "9.4" }, 200, { "x-ausername": ROBOT });
  }
  const status = /^\/build-status\/1\.0\/commits\/([0-9a-f]{40})$/.exec(path);
  if (status !== null && method === "POST") {
    const { key, name: context, state, description, url } = body;
    if (key.length > 40) return failure("key", 400);
    const sha = status[1] ?? "";
    world.statuses.push({ sha, state, context, description, url });
    return new Response(null, { status: 204 });
  }
  const prefix = "/api/latest/projects/PLAT/repos/fleet/pull-requests";
  if (!path.startsWith(prefix)) return undefined;
  const rest = { ...call, path: path.slice(prefix.length) };
  return speakPullRequests(rest, world);
};

function speakPullRequests(call: Call, world: World): Response | undefined {
  const { path, query } = call;
  if (path === "" && query.get("state") === "OPEN") {
    const items = world.pullRequests
      .filter(({ base }) => `refs/heads/${base}` === query.get("at"))
      .map(pullRequestJson);
    return boundedPage(call, { items, size: world.pageSize });
  }
  const [, number, what, id] =
    /^\/(\d+)\/(activities|comments)(?:\/(\d+))?$/.exec(path) ?? [];
  const pullRequest = Number(number);
  if (!world.pullRequests.some((found) => found.number === pullRequest)) {
    return undefined;
  }
  if (what === "activities") {
    const items = commentsOn(world, pullRequest).toReversed().map((found) => ({
      action: "COMMENTED",
      commentAction: "ADDED",
      comment: commentJson(found),
    }));
    return boundedPage(call, {
      items: [...items, { action: "OPENED" }],
      size: world.pageSize,
    });
  }
  return speakComments(call, { world, pullRequest, id });
}

function speakComments(
  { method, body, query }: Call,
  { world, pullRequest, id }: {
    readonly world: World;
    readonly pullRequest: number;
    readonly id: string | undefined;
  },
): Response | undefined {
  if (id === undefined) {
    if (method !== "POST") return undefined;
    const fields = { pullRequest, author: ROBOT, body: body.text };
    return json(commentJson(addComment(world, fields)), 201);
  }
  const found = world.comments.find((comment) => comment.id === Number(id));
  if (found === undefined) return undefined;
  if (method === "GET") return json(commentJson(found));
  if (found.author !== ROBOT) return failure("not permitted", 403);
  const version = body?.version ?? Number(query.get("version"));
  if (version !== found.version) return failure("out of date", 409);
  if (method === "DELETE") {
    removeComment(world, found.id);
    return new Response(null, { status: 204 });
  }
  found.body = body.text;
  found.version += 1;
  return json(commentJson(found));
}

function failure(message: string, status: number): Response {
  return json({ errors: [{ message }] }, status);
}

/** One page of a list, which says where the next one begins. */
function boundedPage<Item>(
  { query }: Call,
  { items, size }: { readonly items: readonly Item[]; readonly size: number },
): Response {
  const start = Number(query.get("start") ?? 0);
  const end = start + Math.min(size, Number(query.get("limit") ?? 25));
  const isLastPage = end >= items.length;
  const values = items.slice(start, end);
  return json({
    values,
    isLastPage,
    nextPageStart: isLastPage ? null : end,
  });
}

function commentJson({ id, version, author, body }: WorldComment) {
  return { id, version, text: body, author: { name: author } };
}

function pullRequestJson(found: WorldPullRequest) {
  const { number: id, title, base, head, sha, fork, draft, author } = found;
  const side = (displayId: string, latestCommit: string) => ({
    id: `refs/heads/${displayId}`,
    displayId,
    latestCommit,
    repository: { id: 1 },
  });
  return {
    id,
    version: 3,
    title,
    draft,
    author: { user: { name: author } },
    fromRef: { ...side(head, sha), repository: { id: fork ? 2 : 1 } },
    toRef: side(base, "b".repeat(40)),
  };
}
