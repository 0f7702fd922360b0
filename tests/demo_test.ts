/**
 * The README's first command, in a fresh clone of the project as it is.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fromFileUrl, join } from "@std/path";
import { commitFiles, plainGit, temporary } from "../src/git/_testing.ts";
import { k0renderProcess, withK0render } from "./cli.ts";

const DEPLOYMENT =
  "clusters/prod/eu1/machine-deployment.cluster.x-k8s.io_prod_eu1-md.yaml";

Deno.test("demo --once prints the rendered tree and exits", async () => {
  const { code, stdout, stderr } = await k0renderProcess(["demo", "--once"]);
  assertEquals(code, 0, stderr);
  const paths = stdout.trimEnd().split("\n");
  assert(paths.includes(DEPLOYMENT));
  assert(paths.includes("flux/kustomization.yaml"));
});

Deno.test("the task demo works in a fresh copy", async () => {
  await temporary(async (root) => {
    const copy = join(root, "copy");
    const project = fromFileUrl(new URL("../", import.meta.url));
    await copyTracked(project, copy);
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "demo", "--once"],
      cwd: copy,
      env: { NO_COLOR: "1" },
    }).output();
    assertEquals(code, 0, new TextDecoder().decode(stderr));
    assertStringIncludes(new TextDecoder().decode(stdout), DEPLOYMENT);
  });
});

Deno.test("demo serves a repository: clone it, push, and the rendered branch follows", async () => {
  await temporary(async (root) => {
    await withK0render(["demo"], async ({ stdout, stderr, stop }) => {
      const line = await stdout.until("git clone http://127.0.0.1:");
      const url = /http:\S+/.exec(line)?.[0] ?? "";
      const work = join(root, "fleet");
      await plainGit(root, ["clone", "--quiet", url, work]);
      await stderr.until("committed rendered");
      const file = join(work, "clusters/eu1.yaml");
      const text = await Deno.readTextFile(file);
      await commitFiles(work, {
        "clusters/eu1.yaml": text.replace(
          "workersNumber: 4",
          "workersNumber: 6",
        ),
      });
      await plainGit(work, ["push", "--quiet"]);
      await stderr.until("committed rendered");
      await plainGit(work, ["fetch", "--quiet"]);
      const diff = ["diff", "-U0", "origin/rendered~1", "origin/rendered"];
      assertStringIncludes(
        await plainGit(work, [...diff, "--", DEPLOYMENT]),
        "-  replicas: 4\n+  replicas: 6",
      );
      assertEquals(await stop(), 0);
    });
  });
});

/** What a clone of the project would hold if all were committed. */
async function copyTracked(project: string, copy: string): Promise<void> {
  const kinds = ["--cached", "--others", "--exclude-standard"];
  const list = await plainGit(project, ["ls-files", "-z", ...kinds]);
  for (const path of list.split("\0").filter((path) => path !== "")) {
    await Deno.mkdir(join(copy, path, ".."), { recursive: true });
    await Deno.copyFile(join(project, path), join(copy, path));
  }
}
