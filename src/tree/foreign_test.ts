import { assertEquals } from "@std/assert";
import { entriesOfOthers } from "./foreign.ts";
import { readPreviousBranch } from "./previous_branch.ts";
import type { PreviousEntry } from "./types.ts";

const WRITTEN = new Map([["clusters/prod/eu1/a.yaml", "0a"]]);
const SUBTREES = new Set(["layers/sources"]);

function others(entry: PreviousEntry) {
  const previous = readPreviousBranch({ entries: [entry], records: new Map() });
  return entriesOfOthers(previous, { written: WRITTEN, subtrees: SUBTREES });
}

Deno.test("entriesOfOthers() keeps ordinary files outside what is taken over anyway", () => {
  const cases: [string, boolean][] = [
    ["docs/a.md", true],
    ["clusters/prod/eu1/notes.md", true],
    ["layers/sources/notes.md", false],
    ["clusters/prod/eu1/a.yaml", false],
  ];
  for (const [path, expected] of cases) {
    const { entries, findings } = others({ path, mode: "100644", oid: "0a" });
    assertEquals(entries.length === 1, expected, path);
    assertEquals(findings, []);
  }
});

Deno.test("entriesOfOthers() drops what cannot stand in the tree, and says why", () => {
  const cases: [string, string, string][] = [
    ["a", "120000", "it is a link or a submodule"],
    ["a", "160000", "it is a link or a submodule"],
    ["clusters/prod", "100644", "it is a directory already"],
    [
      "Clusters/x",
      "100644",
      'it differs from "clusters" in upper and lower case only',
    ],
    ["layers", "100644", "it is a directory already"],
    [
      "layers/Sources",
      "100644",
      'it differs from "layers/sources" in upper and lower case only',
    ],
    [
      "clusters/prod/eu1/a.yaml/b",
      "100644",
      'its directory "clusters/prod/eu1/a.yaml" is a file already',
    ],
    ["e\u0301", "100644", "it is not in Unicode normal form C"],
    ["a\\b", "100644", "it has a backslash or a control character"],
    ["a\ufffd", "100644", "it is not valid Unicode"],
  ];
  for (const [path, mode, reason] of cases) {
    const { entries, findings } = others({ path, mode, oid: "0b" });
    assertEquals(entries, []);
    assertEquals(
      findings.map(({ message }) => message),
      [`Cannot keep "${path}" of the rendered branch: ${reason}`],
    );
  }
});
