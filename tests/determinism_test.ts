/**
 * The same definitions give the same tree, to the byte: whatever the process,
 * the time zone and the locale, and however the files are cut and named.
 */

import { assertEquals } from "@std/assert";
import { dirname, join } from "@std/path";
import { plainGit, temporary } from "../src/git/_testing.ts";
import { fleet as makeFleet } from "../bench/fleet.ts";
import { k0renderProcess } from "./cli.ts";
import { withFleet } from "./fleet.ts";
import { readSample } from "./samples.ts";

const ENVIRONMENTS: readonly Record<string, string>[] = [
  { TZ: "UTC", LC_ALL: "C" },
  { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
  { TZ: "America/St_Johns", LC_ALL: "sv_SE.UTF-8", LANG: "sv_SE.UTF-8" },
];

type Files = Readonly<Record<string, string>>;
type Layout = (files: Files) => Files;

/** The same documents, cut into files in other ways. */
const LAYOUTS: readonly Layout[] = [
  (files) => files,
  (files) => ({ "all.yaml": documentsOf(files).reverse().join("---\n") }),
  (files) => {
    const documents = documentsOf(files);
    // A prime that is no divisor of the count visits each place once.
    const place = (index: number) => (index * 7919) % documents.length;
    return Object.fromEntries(
      documents.map((
        text,
        index,
      ) => [`${place(index) % 7}/${place(index)}.yml`, text]),
    );
  },
];

Deno.test("render --out writes one tree, whatever the process and the layout", async () => {
  const files = {
    ...await readSample("demo"),
    ...prefixed("fleet/", Object.fromEntries(makeFleet(25))),
  };
  await temporary(async (root) => {
    const trees = await Promise.all(
      LAYOUTS.map(async (layout, index) => {
        const { "k0render.yaml": config = "", ...definitions } = files;
        const source = join(root, `source-${index}`);
        const laidOut = { ...layout(definitions), "k0render.yaml": config };
        await writeShuffled(source, laidOut);
        const out = join(root, `out-${index}`);
        const args = ["render", "--source", source, "--out", out];
        const env = ENVIRONMENTS[index] ?? {};
        const { code, stderr } = await k0renderProcess(args, env);
        assertEquals(code, 0, stderr);
        return await treeOf(out);
      }),
    );
    assertEquals(new Set(trees).size, 1);
  });
});

Deno.test("render --commit makes one commit, whatever the process", async () => {
  await withFleet(async (fleet) => {
    const heads: string[] = [];
    for (const [index, env] of ENVIRONMENTS.entries()) {
      const { code, stderr } = await k0renderProcess([
        "render",
        "--commit",
        ...["--source", fleet.origin, "--cache", fleet.path(`cache-${index}`)],
      ], env);
      assertEquals(code, 0, stderr);
      heads.push(
        await plainGit(fleet.origin, ["rev-parse", "rendered", NOTES]),
      );
      await plainGit(fleet.origin, ["update-ref", "-d", "refs/heads/rendered"]);
      await plainGit(fleet.origin, ["update-ref", "-d", NOTES]);
    }
    assertEquals(new Set(heads).size, 1);
  });
});

Deno.test("a branch rendered step by step holds the tree of one rendered at once", async () => {
  await withFleet(async (fleet) => {
    await fleet.render();
    await fleet.edit(
      "clusters/eu1.yaml",
      "workersNumber: 4",
      "workersNumber: 6",
    );
    await fleet.render();
    await fleet.edit(
      "services/baseline.yaml",
      "priority: 200",
      "priority: 300",
    );
    await fleet.render();
    const tree = await plainGit(fleet.origin, ["rev-parse", "rendered^{tree}"]);
    await plainGit(fleet.origin, ["update-ref", "-d", "refs/heads/rendered"]);
    await fleet.render("--cache", fleet.path("fresh"));
    const fresh = await plainGit(fleet.origin, [
      "rev-parse",
      "rendered^{tree}",
    ]);
    assertEquals(fresh, tree);
  });
});

const NOTES = "refs/notes/hydrator.metadata";

function documentsOf(files: Files): string[] {
  return Object.values(files)
    .flatMap((text) => text.split(/^---\n/m))
    .filter((text) => text.trim() !== "");
}

function prefixed(prefix: string, files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [prefix + path, text]),
  );
}

/** A directory lists its entries in the order in which they were made. */
async function writeShuffled(directory: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files).reverse()) {
    await Deno.mkdir(dirname(join(directory, path)), { recursive: true });
    await Deno.writeTextFile(join(directory, path), text);
  }
}

async function treeOf(directory: string): Promise<string> {
  await plainGit(directory, ["init", "--quiet"]);
  await plainGit(directory, ["add", "--all"]);
  return await plainGit(directory, ["write-tree"]);
}
