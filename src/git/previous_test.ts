import { assertEquals } from "@std/assert";
import { commitFiles, plainGit, temporary, workTree } from "./_testing.ts";
import { readPrevious } from "./previous.ts";

Deno.test("readPrevious() lists files and directories, and reads the records", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    const commit = await commitFiles(work, {
      "README.md": "# rendered\n",
      "clusters/prod/eu1/cluster.yaml": "a: 1\n",
      "clusters/prod/eu1/unit.json": '{"fingerprint":"1"}\n',
      "hydrator.metadata": '{"drySha":"1"}\n',
      "other/unit.json": "foreign\n",
    });
    await Deno.symlink("README.md", `${work}/link`);
    const { entries, records } = await readPrevious({
      directory: `${work}/.git`,
    }, commit);
    assertEquals(entries.map(({ mode, path }) => `${mode} ${path}`), [
      "100644 README.md",
      "040000 clusters",
      "040000 clusters/prod",
      "040000 clusters/prod/eu1",
      "100644 clusters/prod/eu1/cluster.yaml",
      "100644 clusters/prod/eu1/unit.json",
      "100644 hydrator.metadata",
      "040000 other",
      "100644 other/unit.json",
    ]);
    assertEquals(Object.fromEntries(records), {
      "clusters/prod/eu1/unit.json": '{"fingerprint":"1"}\n',
      "hydrator.metadata": '{"drySha":"1"}\n',
    });
    const unit = entries.find(({ path }) => path === "clusters/prod/eu1");
    assertEquals(
      unit?.oid,
      await plainGit(work, ["rev-parse", "HEAD:clusters/prod/eu1"]),
    );
  });
});

Deno.test("readPrevious() takes a branch that does not exist for an empty one", async () => {
  const previous = await readPrevious({ directory: "/nowhere" }, undefined);
  assertEquals([previous.entries.length, previous.records.size], [0, 0]);
});
