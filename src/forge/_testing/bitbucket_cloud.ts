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

/** The API of Bitbucket Cloud, version 2.0. */
export const speakBitbucketCloud: Speak = (call, world) => {
  const { path } = call;
  if (path === "/user") return json({ uuid: `{${ROBOT}}` });
  const [, owner, rest = ""] = /^\/repositories\/(team|ada)\/fleet(\/.*)$/
    .exec(path) ?? [];
  const commit = speakCommit(rest, world);
  if (commit !== undefined || owner !== "team") return commit;
  return speakRepository({ ...call, path: rest }, world);
};

function speakCommit(path: string, world: World): Response | undefined {
  const [, short] = /^\/commit\/([0-9a-f]{12})$/.exec(path) ?? [];
  if (short === undefined) return undefined;
  const found = world.pullRequests.find(({ sha }) => sha.startsWith(short));
  return found === undefined ? undefined : json({ hash: found.sha });
}

function speakRepository(call: Call, world: World): Response | undefined {
  const { method, path, query, body } = call;
  if (path === "/pullrequests" && query.get("state") === "OPEN") {
    const items = world.pullRequests.map(pullRequestJson);
    return linkedBody(call, { items, size: world.pageSize });
  }
  const comments = /^\/pullrequests\/(\d+)\/comments(?:\/(\d+))?$/.exec(path);
  if (comments !== null) {
    const [, pullRequest, id] = comments;
    return speakComments(call, { world, pullRequest: Number(pullRequest), id });
  }
  const status = /^\/commit\/([0-9a-f]{40})\/statuses\/build$/.exec(path);
  if (status === null || method !== "POST") return undefined;
  const { key, name: context, state, description, url } = body;
  if (key.length > 40) return json({ error: { message: "key" } }, 400);
  const sha = status[1] ?? "";
  world.statuses.push({ sha, state, context, description, url });
  return json({}, 201);
}

function speakComments(
  call: Call,
  { world, pullRequest, id }: {
    readonly world: World;
    readonly pullRequest: number;
    readonly id: string | undefined;
  },
): Response | undefined {
  const { method, body: sent } = call;
  if (!world.pullRequests.some(({ number }) => number === pullRequest)) {
    return undefined;
  }
  if (id === undefined) {
    if (method === "POST") {
      const fields = { pullRequest, author: ROBOT, body: sent.content.raw };
      return json(commentJson(addComment(world, fields)), 201);
    }
    const body = "[//]: # (k0render-preview:fleet)";
    const gone = commentJson({ id: 1, body, author: ROBOT });
    const deleted = { ...gone, deleted: true };
    const items = [deleted, ...commentsOn(world, pullRequest).map(commentJson)];
    return linkedBody(call, { items, size: world.pageSize });
  }
  const found = world.comments.find((comment) => comment.id === Number(id));
  if (found === undefined) return undefined;
  if (found.author !== ROBOT) return json({ error: { message: "No" } }, 403);
  if (method === "DELETE") {
    removeComment(world, found.id);
    return new Response(null, { status: 204 });
  }
  found.body = sent.content.raw;
  return json(commentJson(found));
}

/** One page of a list, with the whole URL of the next one. */
function linkedBody<Item>(
  { query, url }: Call,
  { items, size }: { readonly items: readonly Item[]; readonly size: number },
): Response {
  const page = Number(query.get("page") ?? 1);
  const next = new URL(url);
  next.searchParams.set("page", String(page + 1));
  const values = items.slice((page - 1) * size, page * size);
  const more = items.length > page * size;
  return json(more ? { values, next: next.href } : { values });
}

function commentJson(
  { id, author, body }: Pick<WorldComment, "id" | "author" | "body">,
) {
  return { id, user: { uuid: `{${author}}` }, content: { raw: body } };
}

function pullRequestJson(found: WorldPullRequest) {
  const { number: id, title, base, head, sha, fork, draft, author } = found;
  const side = (name: string, hash: string) => ({
    branch: { name },
    commit: { hash: hash.slice(0, 12) },
    repository: { full_name: "team/fleet" },
  });
  return {
    id,
    title,
    draft,
    author: { nickname: author },
    links: { html: { href: `https://bitbucket.example/${id}` } },
    source: {
      ...side(head, sha),
      ...(fork ? { repository: { full_name: "ada/fleet" } } : {}),
    },
    destination: side(base, "b".repeat(40)),
  };
}
