import { speakIssueComments } from "./issue_comments.ts";
import { type Call, json, linkedPage, type Speak } from "./serve.ts";
import { ROBOT, type World, type WorldPullRequest } from "./world.ts";

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
  const comments = speakIssueComments(call, world, json);
  if (comments !== undefined) return comments;
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
