import { assert, assertEquals } from "@std/assert";
import {
  commitFiles,
  plainGit,
  temporary,
  workTree,
} from "../../git/_testing.ts";
import { openRemote } from "../../git/mod.ts";
import { isBranchPattern, matchesBranch } from "./branch_pattern.ts";
import { openGit } from "./git.ts";

Deno.test("openGit() takes branches for pull requests", async () => {
  await temporary(async (root) => {
    const work = await workTree(`${root}/work`);
    const base = await commitFiles(work, { "a.yaml": "a: 1\n" });
    await plainGit(work, ["branch", "other"]);
    await plainGit(work, ["checkout", "--quiet", "-b", "change/workers"]);
    const head = await commitFiles(work, { "a.yaml": "a: 2\n" });
    const opened = openRemote(work);
    assert(opened.kind === "remote");
    const { remote } = opened;
    const forge = openGit({ remote, branches: ["change/*", "main"] });
    const outcome = await forge.listPullRequests("main");
    assert(outcome.kind === "done");
    const [found] = outcome.value.pullRequests;
    assertEquals(outcome.value.pullRequests.length, 1);
    assert(found !== undefined);
    assertEquals(found.id, "change/workers");
    assertEquals(found.head, { branch: "change/workers", sha: head });
    assertEquals(found.base, { branch: "main", sha: base });
    assertEquals(forge.headRef(found), {
      ref: "refs/heads/change/workers",
      points: "at-head",
    });
    const target = { sha: head };
    const status = { state: "success", context: "a", description: "", url: "" };
    assertEquals(
      await forge.putStatus(target, { ...status, state: "success" }),
      { kind: "unsupported" },
    );
    assertEquals(
      await forge.putComment(found.id, { marker: "m", body: "One" }),
      { kind: "unsupported" },
    );
    assertEquals(forge.branchUrl("main"), undefined);
  });
});

Deno.test("matchesBranch() follows patterns with one star", () => {
  const cases: [pattern: string, branch: string, expected: boolean][] = [
    ["change/*", "change/a/b", true],
    ["change/*", "change/", true],
    ["change/*", "exchange/a", false],
    ["*", "anything/at/all", true],
    ["a*a", "a", false],
    ["a*a", "aa", true],
    ["exact", "exact", true],
    ["exact", "exactly", false],
    ["a.b", "axb", false],
  ];
  for (const [pattern, branch, expected] of cases) {
    assertEquals(isBranchPattern(pattern), true);
    assertEquals(matchesBranch([pattern], branch), expected, pattern);
  }
  for (const text of ["", "a b", "a**", "a*b*c", "^a", "a\n"]) {
    assertEquals(isBranchPattern(text), false, text);
  }
});
