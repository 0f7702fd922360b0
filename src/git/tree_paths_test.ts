import { assert, assertEquals } from "@std/assert";
import * as fc from "fast-check";
import { bareRepository, plainGit, temporary } from "./_testing.ts";
import { pathProblem, TreePaths } from "../tree/mod.ts";
import { writeTree } from "./write_tree.ts";

const REFUSED: readonly string[] = [
  "",
  "/a",
  "a/",
  "a//b",
  ".",
  "..",
  "../evil",
  "a/../../evil",
  "a/./b",
  ".git",
  ".git/config",
  ".GIT/hooks/post-checkout",
  "a/.Git/config",
  "git~1",
  "GIT~2/config",
  ".git.",
  ".git ",
  ".git . .",
  ".git::$INDEX_ALLOCATION",
  ".g\u200cit/config",
  ".gi\ufefft",
  "\u202e.git",
  "a\\b",
  "..\\evil",
  "a\0b",
  "a\nb",
  "a\rb",
  "a\u007fb",
  "a\u0085b",
  "e\u0301",
  "\ud800",
  "x".repeat(256),
  "ü".repeat(128),
];

for (const path of REFUSED) {
  Deno.test(`pathProblem() refuses ${JSON.stringify(path.slice(0, 30))}`, () => {
    assert(pathProblem(path) !== undefined);
  });
}

const ACCEPTED: readonly string[] = [
  "a",
  "README.md",
  ".gitattributes",
  "clusters/prod/eu1/cluster.yaml",
  "git~",
  "my.git",
  "é",
  '"quoted"',
  "a b",
  "x".repeat(255),
];

for (const path of ACCEPTED) {
  Deno.test(`pathProblem() accepts ${path.slice(0, 30)}`, () => {
    assertEquals(pathProblem(path), undefined);
  });
}

const CLASHES: readonly [first: string, second: string][] = [
  ["a", "a"],
  ["a", "A"],
  ["a/b", "A/c"],
  ["a", "a/b"],
  ["a/b", "a"],
  ["a/b", "A"],
  ["A", "a/b"],
  ["straße", "STRASSE"],
];

for (const [first, second] of CLASHES) {
  Deno.test(`TreePaths refuses ${second} beside ${first}`, () => {
    const paths = new TreePaths();
    assertEquals(paths.add(first), undefined);
    assert(paths.add(second) !== undefined);
  });
}

Deno.test("TreePaths accepts only what git's own check accepts", async () => {
  const evil = fc.constantFrom(
    ".",
    "..",
    ".git",
    ".GIT",
    "git~1",
    ".git ",
    ".gi",
    "t",
    "a",
    "A",
    "b",
    "\u200c",
    ":",
    "\\",
    "\0",
    '"',
    " ",
    "é",
    "e\u0301",
    "",
  );
  const component = fc.array(evil, { maxLength: 3 }).map((parts) =>
    parts.join("")
  );
  const path = fc.array(component, { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join("/"));
  await temporary(async (root) => {
    const directory = await bareRepository(root);
    const paths = new TreePaths();
    const entries = fc.sample(path, { numRuns: 4000, seed: 7 })
      .filter((path) => paths.add(path) === undefined)
      .map((path) => ({ kind: "file", path, text: path } as const));
    const tree = await writeTree({ directory }, entries);
    await plainGit(directory, ["fsck", "--strict", "--no-dangling"]);
    const listed = await plainGit(directory, [
      "ls-tree",
      "-r",
      "-z",
      "--name-only",
      tree,
    ]);
    assertEquals(
      listed.split("\0").filter((path) => path !== "").toSorted(),
      entries.map((entry) => entry.path).toSorted(),
    );
    assert(entries.length > 100);
  });
});
