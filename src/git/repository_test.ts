import { assertEquals, assertRejects } from "@std/assert";
import { delay } from "@std/async/delay";
import {
  commitFiles,
  plainGit,
  remoteAt,
  temporary,
  workTree,
} from "./_testing.ts";
import { withClaim } from "./claim.ts";
import { fetchBranch } from "./fetch.ts";
import {
  initRepository,
  resolveCommit,
  setHead,
  tidyRepository,
} from "./repository.ts";
import { writeTree } from "./write_tree.ts";

Deno.test("initRepository() takes the repository that is there already", async () => {
  await temporary(async (root) => {
    const repository = await initRepository(`${root}/a/b`, {
      branch: "rendered",
    });
    const tree = await writeTree(repository, [{
      kind: "file",
      path: "a",
      text: "a",
    }]);
    await initRepository(`${root}/a/b`);
    assertEquals(
      await plainGit(repository.directory, ["cat-file", "-t", tree]),
      "tree",
    );
    assertEquals(
      await plainGit(repository.directory, ["symbolic-ref", "HEAD"]),
      "refs/heads/rendered",
    );
    await setHead(repository, "main");
    assertEquals(
      await plainGit(repository.directory, ["symbolic-ref", "HEAD"]),
      "refs/heads/main",
    );
    await assertRejects(() => setHead(repository, "--evil"), RangeError);
  });
});

Deno.test("resolveCommit() takes a revision for nothing but a revision", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    const oid = await commitFiles(work, { "a": "a" });
    const repository = { directory: `${work}/.git` };
    assertEquals(await resolveCommit(repository, "main"), oid);
    assertEquals(await resolveCommit(repository, "--all"), undefined);
    assertEquals(await resolveCommit(repository, "HEAD^{tree}"), undefined);
  });
});

Deno.test("tidyRepository() keeps what was just written", async () => {
  await temporary(async (root) => {
    const repository = await initRepository(root);
    const tree = await writeTree(repository, [{
      kind: "file",
      path: "a",
      text: "a",
    }]);
    await tidyRepository(repository);
    assertEquals(await plainGit(root, ["cat-file", "-t", tree]), "tree");
  });
});

Deno.test("fetchBranch() gets past the lock files of a git that was killed", async () => {
  await temporary(async (root) => {
    const work = await workTree(`${root}/work`);
    const here = await initRepository(`${root}/here`);
    await commitFiles(work, { "a.yaml": "a: 1\n" });
    await fetchBranch(here, remoteAt(work), { branch: "main" });
    const oid = await commitFiles(work, { "a.yaml": "a: 2\n" });
    const [kept = ""] =
      (await plainGit(here.directory, ["for-each-ref", "--format=%(refname)"]))
        .split("\n");
    for (const lock of ["shallow.lock", "packed-refs.lock", `${kept}.lock`]) {
      await Deno.writeTextFile(`${here.directory}/${lock}`, "");
    }
    assertEquals(await fetchBranch(here, remoteAt(work), { branch: "main" }), {
      kind: "fetched",
      oid,
    });
  });
});

Deno.test("fetchBranch() may be called by many at once", async () => {
  await temporary(async (root) => {
    const work = await workTree(`${root}/work`);
    const here = await initRepository(`${root}/here`);
    const oid = await commitFiles(work, { "a.yaml": "a: 1\n" });
    const outcomes = await Promise.all(
      Array.from(
        { length: 6 },
        () => fetchBranch(here, remoteAt(work), { branch: "main" }),
      ),
    );
    for (const outcome of outcomes) {
      assertEquals(outcome, { kind: "fetched", oid });
    }
  });
});

Deno.test("writeTree() may be called by many at once", async () => {
  await temporary(async (root) => {
    const repository = await initRepository(root);
    const trees = await Promise.all(
      Array.from(
        { length: 6 },
        (_, index) =>
          writeTree(repository, [{
            kind: "file",
            path: `${index % 2}`,
            text: "a",
          }]),
      ),
    );
    assertEquals(new Set(trees).size, 2);
    await plainGit(root, ["fsck", "--strict", "--no-dangling"]);
  });
});

Deno.test("withClaim() lets one in at a time, and the next one after a failure", async () => {
  await temporary(async (directory) => {
    let inside = 0;
    let most = 0;
    const enter = () =>
      withClaim({ directory }, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await delay(5);
        inside -= 1;
      });
    await assertRejects(() =>
      withClaim({ directory }, () => Promise.reject(new Error("No")))
    );
    await Promise.all([enter(), enter(), enter()]);
    assertEquals(most, 1);
    const signal = AbortSignal.timeout(50);
    await withClaim(
      { directory },
      () =>
        assertRejects(() =>
          withClaim({ directory }, () => Promise.resolve(), { signal })
        ),
    );
  });
});
