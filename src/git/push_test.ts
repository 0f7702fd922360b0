import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  AUTHOR,
  bareRepository,
  plainGit,
  refsOf,
  remoteAt,
  serving,
  temporary,
} from "./_testing.ts";
import { commitTree } from "./commit.ts";
import { fetchRef } from "./fetch.ts";
import { pushRefs } from "./push.ts";
import type { Remote } from "./remote.ts";
import { initRepository, type Repository } from "./repository.ts";
import { smartHttp } from "./smart_http.ts";
import { writeTree } from "./write_tree.ts";

const REF = "refs/heads/rendered";
const OTHER = "refs/heads/other";

interface Context {
  readonly here: Repository;
  readonly there: string;
  readonly remote: Remote;
}

/** Runs a test against one bare repository, over file and over HTTP. */
async function bothWays(
  test: (context: Context) => Promise<void>,
): Promise<void> {
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    const there = await bareRepository(`${root}/there`);
    await test({ here, there, remote: remoteAt(there) });
  });
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    const there = await bareRepository(`${root}/there`);
    const repositories = new Map([["fleet.git", {
      directory: there,
      writable: true,
    }]]);
    await serving(smartHttp({ repositories }), async (origin) => {
      await test({ here, there, remote: remoteAt(`${origin}/fleet.git`) });
    });
  });
}

async function commit(
  here: Repository,
  text: string,
  parent?: string,
): Promise<string> {
  const tree = await writeTree(here, [{ kind: "file", path: "a", text }]);
  const parents = parent === undefined ? [] : [parent];
  return await commitTree(here, {
    tree,
    parents,
    author: AUTHOR,
    subject: text,
  });
}

async function hook(
  there: string,
  name: string,
  script: string,
): Promise<void> {
  await Deno.mkdir(`${there}/hooks`, { recursive: true });
  await Deno.writeTextFile(`${there}/hooks/${name}`, `#!/bin/sh\n${script}\n`);
  await Deno.chmod(`${there}/hooks/${name}`, 0o755);
}

Deno.test("pushRefs() makes a branch that does not exist, and moves one that does", async () => {
  await bothWays(async ({ here, there, remote }) => {
    const first = await commit(here, "1");
    const updates = [{ ref: REF, oid: first, expected: undefined }];
    assertEquals(await pushRefs(here, remote, { updates }), { kind: "pushed" });
    const second = await commit(here, "2", first);
    assertEquals(
      await pushRefs(here, remote, {
        updates: [{ ref: REF, oid: second, expected: first }],
      }),
      { kind: "pushed" },
    );
    assertEquals(await refsOf(there), `${REF} ${second}`);
  });
});

Deno.test("pushRefs() loses the race to whoever was there first", async () => {
  await bothWays(async ({ here, there, remote }) => {
    const first = await commit(here, "1");
    const theirs = await commit(here, "theirs", first);
    const ours = await commit(here, "ours", first);
    const push = (oid: string, expected: string | undefined) =>
      pushRefs(here, remote, { updates: [{ ref: REF, oid, expected }] });
    await push(first, undefined);
    await push(theirs, first);
    assertEquals(await push(ours, first), { kind: "lost-race", moved: [REF] });
    assertEquals(await push(ours, undefined), {
      kind: "lost-race",
      moved: [REF],
    });
    assertEquals(await refsOf(there), `${REF} ${theirs}`);
    await plainGit(there, ["update-ref", "-d", REF]);
    assertEquals(await push(ours, theirs), { kind: "lost-race", moved: [REF] });
    assertEquals(await refsOf(there), "");
  });
});

Deno.test("pushRefs() moves all refs or none", async () => {
  await bothWays(async ({ here, there, remote }) => {
    const first = await commit(here, "1");
    const second = await commit(here, "2", first);
    await pushRefs(here, remote, {
      updates: [{ ref: OTHER, oid: first, expected: undefined }],
    });
    const outcome = await pushRefs(here, remote, {
      updates: [
        { ref: REF, oid: second, expected: undefined },
        { ref: OTHER, oid: second, expected: undefined },
      ],
    });
    assertEquals(outcome, { kind: "lost-race", moved: [OTHER] });
    assertEquals(await refsOf(there), `${OTHER} ${first}`);
  });
});

Deno.test("pushRefs() says what the remote's hook says", async () => {
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    const there = await bareRepository(`${root}/there`);
    await hook(there, "pre-receive", "echo 'branch is protected' >&2; exit 1");
    const updates = [{
      ref: REF,
      oid: await commit(here, "1"),
      expected: undefined,
    }];
    const outcome = await pushRefs(here, remoteAt(there), { updates });
    assert(outcome.kind === "refused");
    assertStringIncludes(outcome.reason, "pre-receive hook declined");
    assertStringIncludes(outcome.reason, "branch is protected");
    assertEquals(await refsOf(there), "");
  });
});

Deno.test("pushRefs() tells a race inside the remote from a refusal", async () => {
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    const there = await bareRepository(`${root}/there`);
    const theirs = await commit(here, "theirs");
    await pushRefs(here, remoteAt(there), {
      updates: [{ ref: OTHER, oid: theirs, expected: undefined }],
    });
    // Between the advertisement and the update, somebody else makes the branch.
    await hook(
      there,
      "pre-receive",
      `unset GIT_QUARANTINE_PATH; git update-ref ${REF} ${theirs}`,
    );
    const ours = await commit(here, "ours");
    const updates = [{ ref: REF, oid: ours, expected: undefined }];
    assertEquals(
      await pushRefs(here, remoteAt(there), { updates }),
      { kind: "lost-race", moved: [REF] },
    );
  });
});

Deno.test("pushRefs() says which ref the remote refuses", async () => {
  await bothWays(async ({ here, there, remote }) => {
    await plainGit(there, ["config", "receive.hideRefs", "refs/heads/secret"]);
    const ref = "refs/heads/secret/a";
    const updates = [{
      ref,
      oid: await commit(here, "1"),
      expected: undefined,
    }];
    const outcome = await pushRefs(here, remote, { updates });
    assert(outcome.kind === "refused");
    assertStringIncludes(outcome.reason, `${ref} [remote rejected]`);
  });
});

Deno.test("pushRefs() says that a repository cannot be pushed to", async () => {
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    const directory = await bareRepository(`${root}/there`);
    const repositories = new Map([["fleet.git", { directory }]]);
    await serving(smartHttp({ repositories }), async (origin) => {
      const remote = remoteAt(`${origin}/fleet.git`);
      const updates = [{
        ref: REF,
        oid: await commit(here, "1"),
        expected: undefined,
      }];
      assertEquals(
        (await pushRefs(here, remote, { updates })).kind,
        "no-access",
      );
    });
  });
});

Deno.test("pushRefs() says that the remote is gone", async () => {
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    const updates = [{
      ref: REF,
      oid: await commit(here, "1"),
      expected: undefined,
    }];
    const outcome = await pushRefs(here, remoteAt(`${root}/gone`), { updates });
    assertEquals(outcome.kind, "unreachable");
  });
});

Deno.test("pushRefs() knows a push that was taken although the answer got lost", async () => {
  await temporary(async (root) => {
    const here = await initRepository(`${root}/here`);
    const directory = await bareRepository(`${root}/there`);
    const repositories = new Map([["fleet.git", {
      directory,
      writable: true,
    }]]);
    const serve = smartHttp({ repositories });
    await serving(async (request) => {
      const response = await serve(request);
      if (!request.url.endsWith("/git-receive-pack")) return response;
      await response.arrayBuffer();
      return new Response("gateway timeout", { status: 504 });
    }, async (origin) => {
      const remote = remoteAt(`${origin}/fleet.git`);
      const updates = [{
        ref: REF,
        oid: await commit(here, "1"),
        expected: undefined,
      }];
      assertEquals(await pushRefs(here, remote, { updates }), {
        kind: "pushed",
      });
    });
  });
});

Deno.test("pushRefs() pushes on top of a commit whose history is not here", async () => {
  await bothWays(async ({ here, there, remote }) => {
    const first = await commit(here, "1");
    const second = await commit(here, "2", first);
    await pushRefs(here, remote, {
      updates: [{ ref: REF, oid: second, expected: undefined }],
    });
    const shallow = await initRepository(`${there}-shallow`);
    const fetched = await fetchRef(shallow, remote, { ref: REF });
    assertEquals(fetched, { kind: "fetched", oid: second });
    const third = await commit(shallow, "3", second);
    assertEquals(
      await pushRefs(shallow, remote, {
        updates: [{ ref: REF, oid: third, expected: second }],
      }),
      { kind: "pushed" },
    );
    assertEquals(await plainGit(there, ["rev-list", "--count", REF]), "3");
    await plainGit(there, ["fsck", "--strict"]);
  });
});
