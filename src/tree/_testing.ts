/**
 * Units and branches for the tests of this room.
 *
 * @module
 */

import type {
  RenderedObject,
  RenderedUnit,
  UnitId,
  UnitResult,
} from "../model/mod.ts";
import { blobId } from "./blob_id.ts";
import { composeTree } from "./compose.ts";
import { type PreviousBranch, readPreviousBranch } from "./previous_branch.ts";
import type { TreeInput, TreeReport } from "./tree_input.ts";
import { isRecordPath, type PreviousEntry, type TreeEntry } from "./types.ts";

/** The id of a cluster unit. */
export function cluster(name: string): UnitId {
  return { kind: "cluster", namespace: "prod", name };
}

/** The id of a layer. */
export const SOURCES: UnitId = { kind: "layer", layer: "sources" };

/** A ConfigMap as a rendered object. */
export function configMap(name: string, value = "1"): RenderedObject {
  return {
    manifest: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name, namespace: "prod" },
      data: { value },
    },
    origin: { file: `${name}.yaml`, document: 0, line: 1 },
  };
}

/** A rendered unit of ConfigMaps. */
export function rendered(
  id: UnitId,
  names: readonly string[],
  more: Partial<RenderedUnit> = {},
): RenderedUnit {
  return {
    kind: "rendered",
    id,
    fingerprint: names.join(),
    applied: names.map((name) => configMap(name)),
    review: [],
    retained: [],
    findings: [],
    ...more,
  };
}

/** A branch in memory: the texts of its files, by path. */
export type Files = Readonly<Record<string, string>>;

/** A branch as the composer sees it. */
export function branch(files: Files): PreviousBranch {
  const entries: PreviousEntry[] = [];
  const directories = new Set<string>();
  for (const [path, text] of Object.entries(files)) {
    entries.push({ path, mode: "100644", oid: blobId(text) });
    const names = path.split("/").slice(0, -1);
    names.forEach((_, index) =>
      directories.add(names.slice(0, index + 1).join("/"))
    );
  }
  for (const path of directories) {
    entries.push({ path, mode: "040000", oid: `tree of ${path}` });
  }
  const records = Object.entries(files).filter(([path]) => isRecordPath(path));
  return readPreviousBranch({ entries, records: new Map(records) });
}

/** Composes a tree on a branch, and says what the branch holds then. */
export function compose(
  results: readonly UnitResult[],
  options: Partial<TreeInput> & { readonly on?: Files } = {},
): { files: Files; report: TreeReport } {
  const { on = {}, ...input } = options;
  const generator = composeTree({
    previous: branch(on),
    results,
    complete: true,
    definitions: results.length,
    entryPoint: () => ({ objects: [], shards: new Map() }),
    environment: "default",
    applyLevel: "capi",
    version: "0.1.0",
    ...input,
  });
  const files: Record<string, string> = {};
  for (;;) {
    const next = generator.next();
    if (next.done) return { files, report: next.value };
    addEntry(files, next.value, on);
  }
}

function addEntry(
  files: Record<string, string>,
  entry: TreeEntry,
  on: Files,
): void {
  if (entry.kind === "file") {
    if (entry.path in files) {
      throw new Error(`Cannot write "${entry.path}" twice`);
    }
    files[entry.path] = entry.text;
    return;
  }
  for (const [path, text] of Object.entries(on)) {
    if (path === entry.path || path.startsWith(`${entry.path}/`)) {
      if (path in files) throw new Error(`Cannot write "${path}" twice`);
      files[path] = text;
    }
  }
}
