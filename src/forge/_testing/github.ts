import { speakIssueComments } from "./issue_comments.ts";
import { type Call, json, linkedPage, type Speak } from "./serve.ts";
import { ROBOT, type World, type WorldPullRequest } from "./world.ts";

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
  const listed = (items: readonly unknown[]) =>
    linkedPage(call, { items, size: world.pageSize });
  const comments = speakIssueComments(call, world, listed);
  if (comments !== undefined) return comments;
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
