import { assert, assertEquals, assertRejects } from "@std/assert";
import type { DryTree } from "../source/mod.ts";
import {
  bareRepository,
  commitFiles,
  plainGit,
  temporary,
  workTree,
} from "./_testing.ts";
import { readDirectory } from "./directory.ts";
import { DEFAULT_DRY_LIMITS } from "./dry_files.ts";
import { GitError } from "./git.ts";
import { readTree } from "./read_tree.ts";

const LFS_POINTER =
  "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";

async function readBoth(work: string): Promise<[DryTree, DryTree]> {
  const commit = await plainGit(work, ["rev-parse", "HEAD"]);
  return [
    await readTree({ directory: `${work}/.git` }, commit),
    await readDirectory(work),
  ];
}

function summary(tree: DryTree): string[] {
  return tree.findings
    .map(({ rule, severity, place }) =>
      `${severity} ${rule.id} ${place?.origin.file}`
    )
    .toSorted();
}

Deno.test("readTree() and readDirectory() read the same text, byte for byte", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    const texts = {
      "a.yaml": "a: ü\r\n",
      "b/bom.yml": "\ufeffb: 1\n",
      "b/empty.yaml": "",
      "templates/x/manifests/m.yaml.hbs": "{{x}}",
    };
    await commitFiles(work, {
      ...texts,
      "README.md": "# ignored\n",
      ".github/workflows/ci.yaml": "on: push\n",
      "logo.png": new Uint8Array([0xff, 0xd8]),
    });
    for (const tree of await readBoth(work)) {
      assertEquals(tree.findings, []);
      assertEquals(
        Object.fromEntries(tree.files.map(({ path, text }) => [path, text])),
        texts,
      );
      assertEquals(
        tree.files.map(({ path }) => path),
        Object.keys(texts).toSorted(),
      );
    }
  });
});

Deno.test("readTree() and readDirectory() refuse what hides definitions, and go on", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    await commitFiles(work, {
      "good.yaml": "a: 1\n",
      "latin1.yaml": new Uint8Array([0x61, 0x3a, 0x20, 0xfc]),
      "lfs.yaml": LFS_POINTER,
    });
    await Deno.symlink("/etc", `${work}/outside`);
    await Deno.symlink("good.yaml", `${work}/link.yaml`);
    await Deno.symlink("good.yaml", `${work}/docs.md`);
    await Deno.symlink("good.yaml", `${work}/.hidden`);
    await commitFiles(work, {});
    for (const tree of await readBoth(work)) {
      assertEquals(tree.files, [{ path: "good.yaml", text: "a: 1\n" }]);
      assertEquals(summary(tree), [
        "error git/lfs-pointer lfs.yaml",
        "error git/not-utf8 latin1.yaml",
        "error git/symlink link.yaml",
        "error git/symlink outside",
        "notice git/symlink docs.md",
      ]);
    }
  });
});

Deno.test("readTree() refuses submodules", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    await commitFiles(work, { "good.yaml": "a: 1\n" });
    await plainGit(work, [
      "update-index",
      "--add",
      "--cacheinfo",
      `160000,${"1".repeat(40)},vendor`,
    ]);
    await plainGit(work, ["commit", "--quiet", "-m", "Add a submodule"]);
    const commit = await plainGit(work, ["rev-parse", "HEAD"]);
    const tree = await readTree({ directory: `${work}/.git` }, commit);
    assertEquals(summary(tree), ["error git/submodule vendor"]);
    assertEquals(tree.files.length, 1);
  });
});

Deno.test("readTree() and readDirectory() refuse a 100 MB file without reading it", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    await commitFiles(work, { "good.yaml": "a: 1\n" });
    const huge = await Deno.create(`${work}/huge.yaml`);
    await huge.truncate(100_000_000);
    huge.close();
    await commitFiles(work, {});
    const before = Deno.memoryUsage();
    for (const tree of await readBoth(work)) {
      assertEquals(summary(tree), ["error git/too-large huge.yaml"]);
      assertEquals(tree.files.length, 1);
    }
    const after = Deno.memoryUsage();
    assert(after.external - before.external < 50_000_000);
  });
});

Deno.test("readTree() and readDirectory() stop at the caps, and say so once", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    const names = Array.from({ length: 9 }, (_, index) => `f${index}.yaml`);
    const commit = await commitFiles(
      work,
      Object.fromEntries(names.map((name) => [name, "a: 1\n"])),
    );
    const read = [
      (limits: typeof DEFAULT_DRY_LIMITS) =>
        readTree({ directory: `${work}/.git` }, commit, { limits }),
      (limits: typeof DEFAULT_DRY_LIMITS) => readDirectory(work, { limits }),
    ];
    for (const with_ of read) {
      const few = await with_({ ...DEFAULT_DRY_LIMITS, maxFiles: 3 });
      assertEquals(few.files.length, 3);
      assertEquals(summary(few), ["error git/too-many-files f3.yaml"]);
      const small = await with_({ ...DEFAULT_DRY_LIMITS, maxTotalBytes: 12 });
      assertEquals(small.files.length, 2);
      assertEquals(summary(small), ["error git/too-much-text f2.yaml"]);
    }
  });
});

Deno.test("readTree() reads thousands of files through one process", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    const count = 3000;
    const stream = Array.from({ length: count }, (_, index) => {
      const text = `n: ${index}\n${"#".repeat(index)}\n`;
      return `M 100644 inline d/f${index}.yaml\ndata ${text.length}\n${text}\n`;
    });
    await plainGit(directory, ["fast-import", "--quiet"], {
      input: `commit refs/heads/main\ncommitter a <a> 1 +0000\ndata 0\n${
        stream.join("")
      }`,
    });
    const commit = await plainGit(directory, ["rev-parse", "main"]);
    const { files } = await readTree({ directory }, commit);
    assertEquals(files.length, count);
    for (const { path, text } of files) {
      const index = Number(/\d+/.exec(path)?.[0]);
      assertEquals(text.length, `n: ${index}\n`.length + index + 1);
    }
  });
});

Deno.test("readTree() says so where there is no such commit", async () => {
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    await assertRejects(
      () => readTree({ directory }, "1".repeat(40)),
      GitError,
    );
    await assertRejects(() => readTree({ directory }, "--help"), RangeError);
  });
});

Deno.test("readTree() ends when the signal says so", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    const commit = await commitFiles(work, { "a.yaml": "a: 1\n" });
    const signal = AbortSignal.abort(new Error("Enough"));
    const repository = { directory: `${work}/.git` };
    await assertRejects(
      () => readTree(repository, commit, { signal }),
      Error,
      "Enough",
    );
    await assertRejects(() => readDirectory(work, { signal }), Error, "Enough");
  });
});
