import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { temporary } from "./_testing.ts";
import { git, GitError, runGit, spawnGit } from "./git.ts";

Deno.test("git() sees no configuration but ours", async () => {
  const printed = await git(["config", "--list", "--show-scope"]);
  const scopes = new Set(
    printed.trim().split("\n").map((line) => line.split("\t")[0]),
  );
  assertEquals([...scopes], ["command"]);
});

Deno.test("git() may use no transport unless one is named", async () => {
  await temporary(async (root) => {
    await git(["init", "--quiet", "--bare"], { directory: `${root}/there` });
    const { code, stderr } = await runGit(["ls-remote", `${root}/there`]);
    assertEquals(code, 128);
    assertStringIncludes(stderr, "transport 'file' not allowed");
  });
});

Deno.test("git() hides credentials in its errors", async () => {
  const secret = "s3cr3t";
  const error = await assertRejects(
    () =>
      git(["rev-parse", "--verify", `https://me:pw@example.com/${secret}`], {
        secrets: [secret],
      }),
    GitError,
  );
  assertEquals(error.message.includes(secret), false);
  assertEquals(error.message.includes("me:pw"), false);
});

Deno.test("runGit() ends when the signal says so", async () => {
  const abort = new AbortController();
  const process = runGit(["cat-file", "--batch"], {
    signal: abort.signal,
    directory: ".git",
  });
  abort.abort(new Error("Enough"));
  await assertRejects(() => process, Error, "Enough");
});

Deno.test("runGit() stops reading at its cap", async () => {
  await assertRejects(
    () => runGit(["help", "--all"], { maxOutputBytes: 100 }),
    GitError,
    "it is more than 100 bytes",
  );
});

Deno.test("spawnGit() can be told to stop twice", async () => {
  const process = spawnGit(["hash-object", "--stdin"]);
  process.kill();
  await process.finished;
  process.kill();
  await process.stdin.abort().catch(() => {});
  await process.stdout.cancel();
});
