/** What a renderer that was killed leaves behind. */

import { assertEquals } from "@std/assert";
import {
  bareRepository,
  commitFiles,
  plainGit,
  refsOf,
  temporary,
  workTree,
} from "./_testing.ts";
import { initRepository, tidyRepository } from "./repository.ts";
import { writeTree } from "./write_tree.ts";

Deno.test("writeTree() killed half-way leaves the refs as they were, and a repository to go on with", async () => {
  await temporary(async (root) => {
    const work = await workTree(`${root}/work`);
    await commitFiles(work, { "a": "a" });
    const directory = await bareRepository(`${root}/bare`);
    await plainGit(work, ["push", "--quiet", directory, "main"]);
    const refs = await refsOf(directory);
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        "eval",
        `import { writeTree } from "${import.meta.resolve("./write_tree.ts")}";
         async function* entries() {
           for (let i = 0;; i += 1) {
             if (i === 5000) console.log("half-way");
             if (i > 5000) await new Promise((go) => setTimeout(go, 1));
             yield { kind: "file", path: "d/" + i, text: "x".repeat(600) + i };
           }
         }
         await writeTree({ directory: ${
          JSON.stringify(directory)
        } }, entries());`,
      ],
      stdout: "piped",
    }).spawn();
    const reader = child.stdout.getReader();
    await reader.read();
    child.kill("SIGKILL");
    await child.status;
    await reader.cancel();
    assertEquals(await refsOf(directory), refs);
    const entries = [{ kind: "file", path: "a", text: "a" }] as const;
    const tree = await writeTree({ directory }, entries);
    assertEquals(tree, await plainGit(work, ["rev-parse", "HEAD^{tree}"]));
    await plainGit(directory, ["fsck", "--strict", "--no-dangling"]);
  });
});

Deno.test("tidyRepository() removes what a killed write left behind", async () => {
  await temporary(async (root) => {
    const repository = await initRepository(root);
    const report = `${root}/fast_import_crash_1`;
    await Deno.writeTextFile(report, "fast-import crash report");
    await tidyRepository(repository);
    const names = (await Array.fromAsync(Deno.readDir(root))).map(({ name }) =>
      name
    );
    assertEquals(names.includes("fast_import_crash_1"), false);
  });
});
