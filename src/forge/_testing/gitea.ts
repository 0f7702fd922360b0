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

/** The API of Gitea and Forgejo, version 1. */
export const speakGitea: Speak = (call, world) => {
  const { path } = call;
  if (path === "/user") return json({ login: ROBOT });
  const prefix = "/repos/team/fleet";
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
    return json(commentsOn(world, pullRequest).map(commentJson));
  }
  if (path === "/pulls" && query.get("state") === "open") {
    const items = world.pullRequests.map(pullRequestJson);
    const size = world.pageSize;
    const page = linkedPage(call, { items, size });
    // As an instance answers that is known to browsers by another name.
    const link = page.headers.get("link")
      ?.replace(call.origin, "https://gitea.public.example");
    if (link !== undefined) page.headers.set("link", link);
    return page;
  }
  const status = /^\/statuses\/([0-9a-f]{40})$/.exec(path);
  if (status === null || method !== "POST") return undefined;
  const { state, context, description, target_url: url } = body;
  const sha = status[1] ?? "";
  world.statuses.push({ sha, state, context, description, url });
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
    html_url: `https://gitea.example/team/fleet/pulls/${number}`,
    draft,
    user: { login: found.author },
    labels: labels.map((name) => ({ name })),
    base: { ref: base, sha: "b".repeat(40), repo_id: 1 },
    head: { ref: head, sha, repo_id: fork ? 2 : 1 },
  };
}
