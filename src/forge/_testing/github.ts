import { type Call, json, linkedPage, type Speak } from "./serve.ts";
import {
  addComment,
  commentsOn,
  removeComment,
  ROBOT,
  type World,
  type WorldComment,
  type WorldPullRequest,
} from "./world.ts";

/** GitHub's REST API, as documented for version 2022-11-28. */
export const speakGitHub: Speak = (call, world) => {
  const { method, path } = call;
  if (method === "POST" && path === "/api/graphql") {
    return json({ data: { viewer: { login: ROBOT } } });
  }
  const prefix = "/api/v3/repos/team/fleet";
  if (!path.startsWith(prefix)) return undefined;
  return speakRepository({ ...call, path: path.slice(prefix.length) }, world);
};

function speakRepository(call: Call, world: World): Response | undefined {
  const { method, path, query, body } = call;
  const comment = /^\/issues\/comments\/(\d+)$/.exec(path);
  if (comment !== null) return speakComment(call, { world, id: comment[1] });
  const list = /^\/issues\/(\d+)\/comments$/.exec(path);
  if (list !== null) {
    const pullRequest = Number(list[1]);
    if (!world.pullRequests.some(({ number }) => number === pullRequest)) {
      return undefined;
    }
    if (method === "POST") {
      const fields = { pullRequest, author: ROBOT, body: body.body };
      return json(commentJson(addComment(world, fields)), 201);
    }
    const items = commentsOn(world, pullRequest).map(commentJson);
    return linkedPage(call, { items, size: world.pageSize });
  }
  if (path === "/pulls" && query.get("state") === "open") {
    const items = world.pullRequests
      .filter(({ base }) => base === query.get("base"))
      .map(pullRequestJson);
    return linkedPage(call, { items, size: world.pageSize });
  }
  const status = /^\/statuses\/([0-9a-f]{40})$/.exec(path);
  if (status === null || method !== "POST") return undefined;
  if (body.description.length > 140) {
    return json({ message: "Validation Failed" }, 422);
  }
  const { state, context, description, target_url: url } = body;
  world.statuses.push({
    sha: status[1] ?? "",
    state,
    context,
    description,
    url,
  });
  return json({}, 201);
}

function speakComment(
  { method, body }: Call,
  { world, id }: { readonly world: World; readonly id: string | undefined },
): Response | undefined {
  const found = world.comments.find((comment) => comment.id === Number(id));
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

function pullRequestJson(found: WorldPullRequest) {
  const { number, title, base, head, sha, fork, draft, labels } = found;
  return {
    number,
    title,
    html_url: `https://github.example/team/fleet/pull/${number}`,
    draft,
    user: { login: found.author },
    author_association: fork ? "FIRST_TIME_CONTRIBUTOR" : "MEMBER",
    labels: labels.map((name) => ({ name })),
    base: { ref: base, sha: "b".repeat(40), repo: { id: 1 } },
    head: { ref: head, sha, repo: fork ? null : { id: 1 } },
  };
}
