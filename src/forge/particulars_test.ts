import { assert, assertEquals } from "@std/assert";
import { hiddenMarker } from "../preview/mod.ts";
import { type ForgeContext, FORGES, withForge } from "./_testing/forges.ts";
import { json } from "./_testing/serve.ts";
import { addComment, makePullRequest, ROBOT } from "./_testing/world.ts";
import type { ForgeKind } from "./forge.ts";
import type { HeadRef } from "./pull_request.ts";

const MARKER = "k0render-preview:fleet";
const SHA = "a".repeat(40);
const STATUS = {
  state: "pending",
  context: "k0render/preview",
  description: "Rendering",
  url: "https://k0render.example",
} as const;

async function on(
  kind: ForgeKind,
  test: (context: ForgeContext) => Promise<void>,
): Promise<void> {
  const found = FORGES.find((forge) => forge.kind === kind);
  assert(found !== undefined);
  await withForge(found, test);
}

for (const tested of FORGES) {
  for (const status of [401, 403, 404]) {
    Deno.test(`${tested.kind}: putComment() learns who it is from its own comment at ${status}`, async () => {
      await withForge(tested, async ({ world, forge }) => {
        const line = hiddenMarker(MARKER, forge.budget.dialect);
        addComment(world, { author: "mallory", body: `${line}All is well` });
        const before = addComment(world, { author: ROBOT, body: `${line}Old` });
        world.fault = (request) =>
          /user$|graphql|application-properties|connectionData/
              .test(new URL(request.url).pathname)
            ? json({}, status)
            : undefined;
        const put = (body: string) =>
          forge.putComment("7", { marker: MARKER, body });
        const first = await put("New");
        assert(first.kind === "done", JSON.stringify(first));
        const ours = world.comments.filter(({ author }) => author === ROBOT);
        assertEquals(ours.map(({ body }) => body), [`${line}New`]);
        assertEquals(ours[0]?.id, before.id);
        assertEquals((await put("Newer")).kind, "done");
        assertEquals(world.comments.length, 2);
      });
    });
  }

  Deno.test(`${tested.kind}: putComment() lives with a duplicate that it cannot delete`, async () => {
    await withForge(tested, async ({ world, forge }) => {
      const line = hiddenMarker(MARKER, forge.budget.dialect);
      const oldest = addComment(world, { author: ROBOT, body: `${line}1` });
      addComment(world, { author: ROBOT, body: `${line}2` });
      world.fault = (request) =>
        request.method === "DELETE" ? json({}, 403) : undefined;
      const put = await forge.putComment("7", { marker: MARKER, body: "3" });
      assertEquals(put.kind, "done");
      assertEquals(oldest.body, `${line}3`);
    });
  });
}

Deno.test("gitlab: putStatus() takes a status that is there already for done", async () => {
  await on("gitlab", async ({ world, forge, open }) => {
    const done = { kind: "done", value: undefined } as const;
    assertEquals(await forge.putStatus({ sha: SHA }, STATUS), done);
    const other = await open();
    assertEquals(await other.putStatus({ sha: SHA }, STATUS), done);
    assertEquals(world.statuses.length, 1);
    world.fault = (request) =>
      request.method === "POST" ? json({ message: "Bad" }, 400) : undefined;
    const next = { ...STATUS, state: "success" } as const;
    assertEquals((await other.putStatus({ sha: SHA }, next)).kind, "refused");
  });
});

Deno.test("bitbucket-data-center: putComment() catches up with a newer version", async () => {
  await on("bitbucket-data-center", async ({ world, forge }) => {
    const put = (body: string) =>
      forge.putComment("7", { marker: MARKER, body });
    await put("One");
    const [comment] = world.comments;
    assert(comment !== undefined);
    comment.version += 5;
    assertEquals((await put("Two")).kind, "done");
    assertEquals((await put("Three")).kind, "done");
    assert(comment.body.endsWith("Three"));
    assertEquals(world.comments.length, 1);
  });
});

Deno.test("bitbucket-cloud: listPullRequests() asks once for the id of a commit", async () => {
  await on("bitbucket-cloud", async ({ world, forge }) => {
    const commits = () =>
      world.log.filter((line) => line.includes("/commit/")).length;
    await forge.listPullRequests("main");
    await forge.listPullRequests("main");
    assertEquals(commits(), 1);
    world.pullRequests[0] = makePullRequest({ sha: "d".repeat(40) });
    await forge.listPullRequests("main");
    assertEquals(commits(), 2);
  });
});

Deno.test("bitbucket-cloud: listPullRequests() gets by without commits of a closed fork", async () => {
  await on("bitbucket-cloud", async ({ world, forge }) => {
    world.fault = (request) =>
      request.url.includes("/commit/") ? json({}, 403) : undefined;
    const outcome = await forge.listPullRequests("main");
    assert(outcome.kind === "done");
    assertEquals(outcome.value.pullRequests[0]?.head.sha, undefined);
  });
});

Deno.test("gitea: listPullRequests() asks the host it was given, whatever links say", async () => {
  await on("gitea", async ({ world, forge }) => {
    world.pageSize = 1;
    world.pullRequests.push(makePullRequest({ number: 8 }));
    const outcome = await forge.listPullRequests("main");
    assert(outcome.kind === "done");
    assertEquals(outcome.value.pullRequests.length, 2);
  });
});

Deno.test("azure-devops: putStatus() without a pull request goes to the commit", async () => {
  await on("azure-devops", async ({ world, forge }) => {
    await forge.putStatus({ sha: SHA }, STATUS);
    assertEquals(world.log, [
      `POST /contoso/platform/_apis/git/repositories/fleet/commits/${SHA}/statuses?api-version=7.1`,
    ]);
    assertEquals(world.statuses[0]?.context, "k0render/preview");
  });
});

const REFS: Readonly<
  Record<string, readonly [own: HeadRef, fork: Partial<HeadRef>]>
> = {
  "github": [{ ref: "refs/pull/7/head", points: "at-head" }, {}],
  "gitea": [{ ref: "refs/pull/7/head", points: "at-head" }, {}],
  "gitlab": [{ ref: "refs/merge-requests/7/head", points: "at-head" }, {}],
  "bitbucket-data-center": [
    { ref: "refs/pull-requests/7/from", points: "at-head" },
    {},
  ],
  "bitbucket-cloud": [
    { ref: "refs/heads/more-workers", points: "at-head" },
    { repository: "{origin}/ada/fleet.git" },
  ],
  "azure-devops": [
    { ref: "refs/heads/more-workers", points: "at-head" },
    { ref: "refs/pull/7/merge", points: "at-merge" },
  ],
};

Deno.test("headRef() names where the commits of a pull request are", async () => {
  for (const tested of FORGES) {
    await withForge(tested, async ({ world, forge }) => {
      const [own, changed] = REFS[tested.kind] ?? [];
      for (const fork of [false, true]) {
        world.pullRequests[0] = makePullRequest({ fork });
        const outcome = await forge.listPullRequests("main");
        assert(outcome.kind === "done");
        const [found] = outcome.value.pullRequests;
        assert(found !== undefined);
        const ref = forge.headRef(found);
        const { origin } = new URL(forge.branchUrl("a") ?? "");
        const shown = JSON.stringify(ref).replace(origin, "{origin}");
        const expected = fork ? { ...own, ...changed } : own;
        assertEquals(JSON.parse(shown), expected, tested.kind);
      }
    });
  }
});

const PAGES: Readonly<
  Record<string, readonly [branch: string, compare: string]>
> = {
  "github": [
    "team/fleet/tree/preview/a%23b",
    "team/fleet/compare/main...preview/a%23b",
  ],
  "gitea": [
    "team/fleet/src/branch/preview/a%23b",
    "team/fleet/compare/main...preview/a%23b",
  ],
  "gitlab": [
    "group/sub/fleet/-/tree/preview/a%23b",
    "group/sub/fleet/-/compare/main...preview/a%23b",
  ],
  "bitbucket-cloud": [
    "team/fleet/branch/preview/a%23b",
    "team/fleet/branches/compare/preview%2Fa%23b%0Dmain",
  ],
  "bitbucket-data-center": [
    "projects/PLAT/repos/fleet/browse?at=refs%2Fheads%2Fpreview%2Fa%23b",
    "projects/PLAT/repos/fleet/compare/diff?sourceBranch=refs%2Fheads%2Fpreview%2Fa%23b&targetBranch=refs%2Fheads%2Fmain",
  ],
  "azure-devops": [
    "contoso/platform/_git/fleet?version=GBpreview%2Fa%23b",
    "contoso/platform/_git/fleet/branchCompare?baseVersion=GBmain&targetVersion=GBpreview%2Fa%23b",
  ],
};

Deno.test("branchUrl() and compareUrl() are pages of the forge", async () => {
  for (const tested of FORGES) {
    await withForge(tested, ({ forge }) => {
      const branch = new URL(forge.branchUrl("preview/a#b") ?? "");
      const compare = new URL(forge.compareUrl("main", "preview/a#b") ?? "");
      const shown = [branch, compare].map(({ href, origin }) =>
        href.slice(origin.length + 1)
      );
      assertEquals(shown, [...PAGES[tested.kind] ?? []]);
      return Promise.resolve();
    });
  }
});
