import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  bareRepository,
  commitFiles,
  plainGit,
  remoteAt,
  serving,
  temporary,
  workTree,
} from "./_testing.ts";
import { fetchBranch, fetchRef } from "./fetch.ts";
import { readTree } from "./read_tree.ts";
import { readCommit } from "./read_commit.ts";
import { initRepository, tidyRepository } from "./repository.ts";
import { smartHttp } from "./smart_http.ts";

/** Runs a test against one work tree, over file and over HTTP. */
async function bothWays(
  test: (
    context: { root: string; work: string; address: string },
  ) => Promise<void>,
): Promise<void> {
  await temporary(async (root) => {
    const work = await workTree(`${root}/work`);
    await test({ root, work, address: work });
  });
  await temporary(async (root) => {
    const work = await workTree(`${root}/work`);
    const repositories = new Map([["fleet.git", {
      directory: `${work}/.git`,
    }]]);
    await serving(smartHttp({ repositories }), async (origin) => {
      await test({ root, work, address: `${origin}/fleet.git` });
    });
  });
}

Deno.test("fetchBranch() brings the newest commit and nothing older", async () => {
  await bothWays(async ({ root, work, address }) => {
    const here = await initRepository(`${root}/here`);
    const remote = remoteAt(address);
    for (const number of [1, 2, 3]) {
      const oid = await commitFiles(
        work,
        { "a.yaml": `a: ${number}\n` },
        `Set ${number}`,
      );
      assertEquals(await fetchBranch(here, remote, { branch: "main" }), {
        kind: "fetched",
        oid,
      });
      assertEquals((await readTree(here, oid)).files, [{
        path: "a.yaml",
        text: `a: ${number}\n`,
      }]);
      const info = await readCommit(here, oid);
      assertEquals([info.subject, info.parents], [`Set ${number}`, []]);
    }
  });
});

Deno.test("fetchBranch() follows a branch that was rewritten", async () => {
  await bothWays(async ({ root, work, address }) => {
    const here = await initRepository(`${root}/here`);
    await commitFiles(work, { "a.yaml": "a: 1\n" });
    await fetchBranch(here, remoteAt(address), { branch: "main" });
    await plainGit(work, ["checkout", "--quiet", "--orphan", "other"]);
    const oid = await commitFiles(work, { "b.yaml": "b: 1\n" });
    await plainGit(work, ["branch", "--force", "main", "other"]);
    assertEquals(
      await fetchBranch(here, remoteAt(address), { branch: "main" }),
      { kind: "fetched", oid },
    );
  });
});

Deno.test("fetchBranch() tells a vanished branch from an empty repository", async () => {
  await bothWays(async ({ root, work, address }) => {
    const here = await initRepository(`${root}/here`);
    const remote = remoteAt(address);
    const empty = await fetchBranch(here, remote, { branch: "main" });
    assert(empty.kind === "empty");
    assertEquals(
      empty.reason,
      `Cannot read branch "main" of "${remote.url}": the repository is empty`,
    );
    await commitFiles(work, { "a.yaml": "a: 1\n" });
    await plainGit(work, ["branch", "feature/x"]);
    assertEquals(
      (await fetchBranch(here, remote, { branch: "feature/x" })).kind,
      "fetched",
    );
    await plainGit(work, ["branch", "-D", "feature/x"]);
    const gone = await fetchBranch(here, remote, { branch: "feature/x" });
    assert(gone.kind === "no-branch");
    assertEquals(gone.branches, ["main"]);
    assertEquals(
      await fetchRef(here, remote, { ref: "refs/heads/feature/x" }),
      { kind: "fetched", oid: undefined },
    );
  });
});

Deno.test("fetchBranch() takes no branch for another whose name ends the same", async () => {
  await bothWays(async ({ root, work, address }) => {
    const here = await initRepository(`${root}/here`);
    await commitFiles(work, { "a.yaml": "a: 1\n" });
    await plainGit(work, ["branch", "x/refs/heads/rendered"]);
    const found = await fetchBranch(here, remoteAt(address), {
      branch: "rendered",
    });
    assertEquals(found.kind, "no-branch");
  });
});

Deno.test("fetchBranch() keeps what it fetched when the repository is tidied", async () => {
  await bothWays(async ({ root, work, address }) => {
    const here = await initRepository(`${root}/here`);
    const oid = await commitFiles(work, { "a.yaml": "a: 1\n" });
    await fetchBranch(here, remoteAt(address), { branch: "main" });
    await tidyRepository(here);
    assertEquals((await readTree(here, oid)).files.length, 1);
  });
});

Deno.test("fetchBranch() says that there is no such repository", async () => {
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    const gone = await fetchBranch(here, remoteAt(`${root}/gone`), {
      branch: "main",
    });
    assert(gone.kind === "unreachable");
    assertStringIncludes(gone.reason, "there is no such repository");
    await serving(smartHttp({ repositories: new Map() }), async (origin) => {
      const remote = remoteAt(`${origin}/gone.git`);
      const outcome = await fetchBranch(here, remote, { branch: "main" });
      assert(outcome.kind === "unreachable");
      assertStringIncludes(outcome.reason, "there is no such repository");
    });
  });
});

Deno.test("fetchBranch() says that nobody answers", async () => {
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    let address = "";
    await serving(() => new Response(), (origin) => {
      address = origin;
      return Promise.resolve();
    });
    const outcome = await fetchBranch(here, remoteAt(`${address}/a.git`), {
      branch: "main",
    });
    assert(outcome.kind === "unreachable");
  });
});

Deno.test("fetchBranch() says that the credentials are wrong, without telling them", async () => {
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    await serving(
      () =>
        new Response("no", {
          status: 401,
          headers: { "www-authenticate": "Basic" },
        }),
      async (origin) => {
        const remote = remoteAt(`${origin}/fleet.git`, {
          credentials: {
            kind: "password",
            username: "me",
            password: "hunter2",
          },
        });
        const outcome = await fetchBranch(here, remote, { branch: "main" });
        assertEquals(outcome.kind, "no-access");
        assertEquals(JSON.stringify(outcome).includes("hunter2"), false);
      },
    );
  });
});

Deno.test("fetchBranch() sends credentials to the origin they are for, and nowhere else", async () => {
  await temporary(async (root) => {
    const work = await workTree(`${root}/work`);
    const oid = await commitFiles(work, { "a.yaml": "a: 1\n" });
    const here = await initRepository(`${root}/here`);
    const repositories = new Map([["fleet.git", {
      directory: `${work}/.git`,
    }]]);
    const serve = smartHttp({ repositories });
    const seen: string[] = [];
    await serving((request) => {
      seen.push(request.headers.get("authorization") ?? "none");
      return serve(request);
    }, async (origin) => {
      const credentials = { kind: "bearer", token: "t0ken" } as const;
      const remote = remoteAt(`${origin}/fleet.git`, { credentials });
      assertEquals(await fetchBranch(here, remote, { branch: "main" }), {
        kind: "fetched",
        oid,
      });
      await serving(
        (request) =>
          Response.redirect(
            new URL(new URL(request.url).pathname, origin),
            302,
          ),
        async (elsewhere) => {
          const redirected = remoteAt(`${elsewhere}/fleet.git`, {
            credentials,
          });
          assertEquals(
            (await fetchBranch(here, redirected, { branch: "main" })).kind,
            "unreachable",
          );
        },
      );
    });
    assertEquals([...new Set(seen)], ["Bearer t0ken"]);
  });
});

Deno.test("fetchBranch() refuses a repository with evil paths in it", async () => {
  await temporary(async (root) => {
    const there = await bareRepository(`${root}/there`);
    const blob = await plainGit(there, ["hash-object", "-w", "--stdin"], {
      input: "x",
    });
    const inner = await plainGit(there, ["mktree"], {
      input: `100644 blob ${blob}\tconfig\n`,
    });
    const tree = await plainGit(there, ["mktree"], {
      input: `040000 tree ${inner}\t.git\n`,
    });
    const commit = await plainGit(there, ["commit-tree", "-m", "Evil", tree]);
    await plainGit(there, ["update-ref", "refs/heads/main", commit]);
    const here = await initRepository(`${root}/here`);
    const outcome = await fetchBranch(here, remoteAt(there), {
      branch: "main",
    });
    assert(outcome.kind === "unreachable");
    assertStringIncludes(outcome.reason, "hasDotgit");
  });
});
