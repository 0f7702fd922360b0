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

/** GitLab's API, version 4. */
export const speakGitLab: Speak = (call, world) => {
  const { path } = call;
  if (path === "/user") return json({ id: 1, username: ROBOT });
  const prefix = "/projects/group/sub/fleet";
  if (!path.startsWith(prefix)) return undefined;
  return speakProject({ ...call, path: path.slice(prefix.length) }, world);
};

function speakProject(call: Call, world: World): Response | undefined {
  const { method, path, query } = call;
  if (path === "/merge_requests" && query.get("state") === "opened") {
    const items = world.pullRequests
      .filter(({ base }) => base === query.get("target_branch"))
      .map(mergeRequestJson);
    return numberedPage(call, { items, size: world.pageSize });
  }
  const notes = /^\/merge_requests\/(\d+)\/notes(?:\/(\d+))?$/.exec(path);
  if (notes !== null) {
    const [, pullRequest, id] = notes;
    return speakNotes(call, { world, pullRequest: Number(pullRequest), id });
  }
  const status = /^\/statuses\/([0-9a-f]{40})$/.exec(path);
  if (status !== null && method === "POST") {
    return postStatus(call, { world, sha: status[1] ?? "" });
  }
  const statuses = /^\/repository\/commits\/([0-9a-f]{40})\/statuses$/
    .exec(path);
  if (statuses === null) return undefined;
  const found = world.statuses.findLast(({ context }) =>
    context === query.get("name")
  );
  return json(
    found === undefined ? [] : [{ name: found.context, status: found.state }],
  );
}

function speakNotes(
  call: Call,
  { world, pullRequest, id }: {
    readonly world: World;
    readonly pullRequest: number;
    readonly id: string | undefined;
  },
): Response | undefined {
  const { method, body } = call;
  if (!world.pullRequests.some(({ number }) => number === pullRequest)) {
    return undefined;
  }
  if (id === undefined) {
    if (method === "POST") {
      const fields = { pullRequest, author: ROBOT, body: body.body };
      return json(noteJson(addComment(world, fields)), 201);
    }
    const items = commentsOn(world, pullRequest).map(noteJson);
    return numberedPage(call, { items, size: world.pageSize });
  }
  const found = world.comments.find((comment) => comment.id === Number(id));
  if (found === undefined) return undefined;
  if (found.author !== ROBOT) return json({ message: "403 Forbidden" }, 403);
  if (method === "DELETE") {
    removeComment(world, found.id);
    return new Response(null, { status: 204 });
  }
  found.body = body.body;
  return json(noteJson(found));
}

function postStatus(
  { body }: Call,
  { world, sha }: { readonly world: World; readonly sha: string },
): Response {
  const { state, name: context, description, target_url: url } = body;
  const last = world.statuses.findLast((status) =>
    status.sha === sha && status.context === context
  );
  if (last?.state === state) {
    const message = "Cannot transition status via :enqueue from :pending";
    return json({ message }, 400);
  }
  if (description.length > 255) return json({ message: "too long" }, 400);
  world.statuses.push({ sha, state, context, description, url });
  return json({ name: context, status: state }, 201);
}

/** One page of a list; GitLab numbers the next one. */
function numberedPage<Item>(
  { query }: Call,
  { items, size }: { readonly items: readonly Item[]; readonly size: number },
): Response {
  const page = Number(query.get("page") ?? 1);
  const more = items.length > page * size;
  return json(items.slice((page - 1) * size, page * size), 200, {
    "x-page": String(page),
    "x-next-page": more ? String(page + 1) : "",
    ...(more ? { link: '<https://elsewhere.example/>; rel="next"' } : {}),
  });
}

function noteJson({ id, author, body }: WorldComment) {
  return { id, author: { username: author }, body, system: false };
}

function mergeRequestJson(found: WorldPullRequest) {
  const { number, title, base, head, sha, fork, draft, labels } = found;
  return {
    iid: number,
    title,
    web_url: `https://gitlab.example/fleet/-/merge_requests/${number}`,
    draft,
    labels,
    author: { username: found.author },
    source_branch: head,
    target_branch: base,
    sha,
    source_project_id: fork ? null : 1,
    target_project_id: 1,
  };
}
