/**
 * What others put on the rendered branch.
 *
 * @module
 */

import { type Finding, makeFinding, remember } from "../model/mod.ts";
import { entriesOutside } from "./entries_outside.ts";
import { METADATA_PATH } from "./hydrator_metadata.ts";
import type { PreviousBranch } from "./previous_branch.ts";
import { TREE_RULES } from "./rules.ts";
import { TreePaths } from "./tree_paths.ts";
import { type GraftEntry, isBlob } from "./types.ts";
import { recordPath } from "./unit_record.ts";

const NOT_A_FILE = "it is a link or a submodule";

/** What the tree holds already. */
export interface OwnEntries {
  /** Git blob ids of our files, by path. */
  readonly written: ReadonlyMap<string, string>;
  /** The directories that are taken over as a whole. */
  readonly subtrees: ReadonlySet<string>;
}

/** What the tree gets beside our own entries. */
export interface OthersEntries {
  readonly entries: readonly GraftEntry[];
  readonly findings: readonly Finding[];
}

/**
 * Finds the files of others, which stay. Where one stands in the way of ours,
 * ours wins: what Flux applies is what was rendered and reviewed, and the
 * other file's content remains in the branch's history.
 *
 * @param previous The rendered branch's head.
 * @param own What the tree holds already, of us.
 * @returns The entries to add, and a finding for each that cannot stay.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readPreviousBranch } from "./previous_branch.ts";
 * const entry = { path: "docs/a.md", mode: "100644", oid: "0a" };
 * const previous = readPreviousBranch({ entries: [entry], records: new Map() });
 * const others = entriesOfOthers(previous, { written: new Map(), subtrees: new Set() });
 * assertEquals(others.entries.map(({ path }) => path), ["docs/a.md"]);
 * ```
 */
export function entriesOfOthers(
  previous: PreviousBranch,
  own: OwnEntries,
): OthersEntries {
  const ours = recordedPaths(previous.units);
  let paths: TreePaths | undefined;
  const entries: GraftEntry[] = [];
  const findings: Finding[] = [];
  for (const entry of entriesOutside(previous, own.subtrees)) {
    const { path, oid } = entry;
    if (path === METADATA_PATH || ours.has(path)) continue;
    const written = own.written.get(path);
    if (written === oid) continue;
    if (written !== undefined) findings.push(replaced(path));
    else if (!isBlob(entry)) findings.push(dropped(path, NOT_A_FILE));
    else {
      paths ??= pathsOf(own);
      const problem = paths.add(path);
      if (problem === undefined) entries.push({ kind: "graft", ...entry });
      else findings.push(dropped(path, problem));
    }
  }
  return { entries, findings };
}

function pathsOf({ written, subtrees }: OwnEntries): TreePaths {
  const paths = new TreePaths();
  for (const path of [...written.keys(), ...subtrees]) paths.add(path);
  return paths;
}

/** Paths that k0render wrote, on the evidence of the records. */
const recordedPaths = remember((units: PreviousBranch["units"]) => {
  const paths = new Set<string>();
  for (const { record } of units.values()) {
    for (const path of Object.keys(record.files)) paths.add(path);
    paths.add(recordPath(record.unit));
  }
  return paths;
});

function replaced(path: string): Finding {
  return makeFinding(
    TREE_RULES["tree/foreign-file-replaced"],
    `Cannot keep "${path}" of the rendered branch: a file of k0render has this path`,
  );
}

function dropped(path: string, reason: string): Finding {
  return makeFinding(
    TREE_RULES["tree/foreign-entry-dropped"],
    `Cannot keep "${path}" of the rendered branch: ${reason}`,
  );
}
