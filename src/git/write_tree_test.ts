import { assertEquals, assertRejects } from "@std/assert";
import { delay } from "@std/async/delay";
import type { TreeEntry } from "../tree/mod.ts";
import {
  bareRepository,
  commitFiles,
  plainGit,
  refsOf,
  temporary,
  workTree,
} from "./_testing.ts";
import { GitError } from "./git.ts";
import { writeTree } from "./write_tree.ts";

function file(path: string, text = `${path}\n`): TreeEntry {
  return { kind: "file", path, text };
}

function many(count: number): TreeEntry[] {
  return Array.from(
    { length: count },
    (_, index) => file(`clusters/n${index % 7}/c${index}/a.yaml`),
  );
}

async function crashReports(directory: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(directory));
  return entries.map((entry) => entry.name)
    .filter((name) => name.startsWith("fast_import_crash"));
}

Deno.test("writeTree() writes what git itself would write", async () => {
  await temporary(async (root) => {
    const texts = {
      "README.md": "# hello\n",
      "clusters/prod/eu1/a.yaml": "a: ü\n",
      "clusters/prod/eu1/no newline.yaml": "a: 1",
      "empty": "",
      '"quoted".yaml': "q\n",
    };
    const work = await workTree(`${root}/work`);
    await commitFiles(work, texts);
    const directory = await bareRepository(`${root}/bare`);
    const entries = Object.entries(texts).map(([path, text]) =>
      file(path, text)
    );
    assertEquals(
      await writeTree({ directory }, entries),
      await plainGit(work, ["rev-parse", "HEAD^{tree}"]),
    );
  });
});

Deno.test("writeTree() makes no ref and leaves a whole repository", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    await writeTree({ directory }, many(2000));
    assertEquals(await refsOf(directory), "");
    assertEquals(await crashReports(directory), []);
    await plainGit(directory, ["fsck", "--strict", "--no-dangling"]);
  });
});

Deno.test("writeTree() gives one tree for any order and any locale", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    const entries = many(300);
    const tree = await writeTree({ directory }, entries);
    assertEquals(await writeTree({ directory }, entries.toReversed()), tree);
    for (
      const [zone, locale] of [["Asia/Tokyo", "tr_TR.UTF-8"], ["UTC", "C"]]
    ) {
      const printed = await new Deno.Command(Deno.execPath(), {
        args: [
          "eval",
          `import { writeTree } from "${
            import.meta.resolve("./write_tree.ts")
          }";
           const entries = ${JSON.stringify(entries.toReversed())};
           console.log(await writeTree({ directory: ${
            JSON.stringify(directory)
          } }, entries));`,
        ],
        env: { TZ: zone!, LANG: locale!, LC_ALL: locale! },
      }).output();
      assertEquals(new TextDecoder().decode(printed.stdout).trim(), tree);
    }
  });
});

Deno.test("writeTree() takes over blobs and subtrees as they are", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    const directory = `${work}/.git`;
    await commitFiles(work, {
      "old/a/x": "x\n",
      "old/b/y": "y\n",
      "script": "s",
    });
    const oid = (revision: string) => plainGit(work, ["rev-parse", revision]);
    const tree = await writeTree({ directory }, [
      {
        kind: "graft",
        path: "new/a",
        mode: "040000",
        oid: await oid("HEAD:old/a"),
      },
      {
        kind: "graft",
        path: "run",
        mode: "100755",
        oid: await oid("HEAD:script"),
      },
      file("new/c"),
    ]);
    assertEquals(
      await plainGit(work, [
        "ls-tree",
        "-r",
        "--format=%(objectmode) %(path)",
        tree,
      ]),
      "100644 new/a/x\n100644 new/c\n100755 run",
    );
  });
});

for (const oid of ["HEAD", `${"1".repeat(40)} x\nreset refs/heads/main`]) {
  Deno.test(`writeTree() refuses to take over ${JSON.stringify(oid)}`, async () => {
    await temporary(async (root) => {
      const directory = await bareRepository(root);
      const graft = { kind: "graft", path: "a", mode: "100644", oid } as const;
      await assertRejects(() => writeTree({ directory }, [graft]), RangeError);
      assertEquals(await refsOf(directory), "");
    });
  });
}

Deno.test("writeTree() says so where a graft's object is missing", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    const graft = {
      kind: "graft",
      path: "a",
      mode: "040000",
      oid: "1".repeat(40),
    } as const;
    await assertRejects(
      () => writeTree({ directory }, [graft, ...many(500)]),
      GitError,
      "1111",
    );
    assertEquals(await crashReports(directory), []);
  });
});

for (const path of [".git/config", "../evil", "a\nreset refs/heads/main"]) {
  Deno.test(`writeTree() refuses ${JSON.stringify(path)} and leaves nothing`, async () => {
    await temporary(async (root) => {
      const directory = await bareRepository(root);
      await assertRejects(
        () => writeTree({ directory }, [...many(500), file(path)]),
        RangeError,
        `Cannot write ${JSON.stringify(path)}`,
      );
      assertEquals(await refsOf(directory), "");
      assertEquals(await crashReports(directory), []);
    });
  });
}

Deno.test("writeTree() leaves the refs alone where its source fails half-way", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    async function* failing(): AsyncGenerator<TreeEntry> {
      yield* many(5000);
      await delay(1);
      throw new TypeError("No more");
    }
    await assertRejects(
      () => writeTree({ directory }, failing()),
      TypeError,
      "No more",
    );
    assertEquals(await refsOf(directory), "");
    assertEquals(await crashReports(directory), []);
    await plainGit(directory, ["fsck", "--strict", "--no-dangling"]);
  });
});

Deno.test("writeTree() ends at once when told to, even while its source waits", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    const abort = new AbortController();
    async function* hanging(): AsyncGenerator<TreeEntry> {
      yield* many(10);
      setTimeout(() => abort.abort(new Error("Enough")), 10);
      await new Promise(() => {});
    }
    const { signal } = abort;
    await assertRejects(
      () => writeTree({ directory }, hanging(), { signal }),
      Error,
      "Enough",
    );
    assertEquals(await refsOf(directory), "");
    assertEquals(await crashReports(directory), []);
  });
});

Deno.test("writeTree() asks for no more than git has taken", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    const text = "x".repeat(1 << 20);
    let asked = 0;
    let most = 0;
    async function* counting(): AsyncGenerator<TreeEntry> {
      for (; asked < 64; asked += 1) {
        most = Math.max(most, Deno.memoryUsage().external);
        yield file(`f${asked}`, text + asked);
        await delay(0);
      }
    }
    const before = Deno.memoryUsage().external;
    await writeTree({ directory }, counting());
    assertEquals(most - before < 32 << 20, true);
  });
});
