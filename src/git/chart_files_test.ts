import { assertEquals } from "@std/assert";
import { readDrySource } from "../source/mod.ts";
import { commitFiles, plainGit, temporary, workTree } from "./_testing.ts";
import { readDirectory } from "./directory.ts";
import { DEFAULT_DRY_LIMITS } from "./dry_files.ts";
import { readTree } from "./read_tree.ts";

const CHART = {
  "vendor/own/Chart.yaml": "name: own\nversion: 1.0.0\n",
  "vendor/own/.helmignore": "*.md\n",
  "vendor/own/README.md": "# own\n",
  "vendor/own/templates/_helpers.tpl": "{{ define `a` }}{{ end }}\n",
  "vendor/own/charts/db-1.0.0.tgz": new Uint8Array([0x1f, 0x8b, 0xff]),
  "vendor/own/logo.png": "no template reads this",
  "vendor/own/.git-hooks/a": "nor this",
  "vendor/other/README.md": "no chart",
  "README.md": "no chart either",
};
const OF_CHART = [
  ".helmignore",
  "Chart.yaml",
  "README.md",
  "charts/db-1.0.0.tgz",
  "templates/_helpers.tpl",
];

Deno.test("readTree() and readDirectory() read all of a vendored chart", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    await commitFiles(work, CHART);
    const commit = await plainGit(work, ["rev-parse", "HEAD"]);
    const trees = [
      await readTree({ directory: `${work}/.git` }, commit),
      await readDirectory(work),
    ];
    for (const tree of trees) {
      assertEquals(tree.findings, []);
      const { charts } = readDrySource(tree);
      assertEquals([...charts.keys()], ["vendor/own"]);
      const files = charts.get("vendor/own") ?? [];
      assertEquals(files.map(({ path }) => path), OF_CHART);
      const packed = files.find(({ path }) => path.endsWith(".tgz"));
      assertEquals(packed?.bytes, CHART["vendor/own/charts/db-1.0.0.tgz"]);
    }
  });
});

Deno.test("a file of a chart that cannot be read hides no definition", async () => {
  await temporary(async (root) => {
    const work = await workTree(root);
    await commitFiles(work, {
      "vendor/own/Chart.yaml": "name: own\nversion: 1.0.0\n",
      "vendor/own/files/big.txt": "x".repeat(1_000),
      "a.yaml": "{apiVersion: v1, kind: Namespace, metadata: {name: a}}\n",
    });
    const limits = { ...DEFAULT_DRY_LIMITS, maxFileBytes: 500 };
    const tree = await readDirectory(work, { limits });
    assertEquals(
      tree.findings.map(({ rule, severity }) => `${severity} ${rule.id}`),
      ["warning git/too-large"],
    );
    const { complete, unreadable } = readDrySource(tree);
    assertEquals(complete, true);
    assertEquals([...unreadable], [
      ["vendor/own", ["vendor/own/files/big.txt"]],
    ]);
  });
});
