/**
 * Rendered trees in directories.
 *
 * @module
 */

import { type RenderedSide, type TreePair, treePair } from "../../diff/mod.ts";
import type { FailedUnit, UnitId } from "../../model/mod.ts";
import {
  METADATA_PATH,
  parseUnitRecord,
  readFailedUnits,
} from "../../tree/mod.ts";

/** The record that every rendered tree has. */
const MARK = "flux/unit.json";

/** The directories of a rendered tree that hold units. */
const TOPS = ["clusters", "flux", "layers", "review"];

/** Two rendered trees, and what their records say of them. */
export interface RenderedPair {
  readonly trees: TreePair;
  readonly before: RenderedSide;
  readonly after: RenderedSide;
}

/**
 * Whether a directory holds a rendered tree.
 *
 * @param directory The directory.
 * @returns Whether it does; definitions have no such file.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(!await isRendered("fixtures/demo"));
 * ```
 */
export async function isRendered(directory: string): Promise<boolean> {
  try {
    return (await Deno.stat(`${directory}/${MARK}`)).isFile;
  } catch {
    return false;
  }
}

/**
 * Reads two rendered trees.
 *
 * @param before The directory of the one.
 * @param after The directory of the other.
 * @returns The trees.
 */
export async function readRendered(
  before: string,
  after: string,
): Promise<RenderedPair> {
  const [left, right] = [await readFiles(before), await readFiles(after)];
  return {
    trees: treePair(left, right),
    before: sideOf(left),
    after: sideOf(right),
  };
}

async function readFiles(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const top of TOPS) await readInto(files, root, top);
  const metadata = await readText(`${root}/${METADATA_PATH}`);
  if (metadata !== undefined) files.set(METADATA_PATH, metadata);
  return files;
}

async function readInto(
  files: Map<string, string>,
  root: string,
  path: string,
): Promise<void> {
  try {
    for await (const entry of Deno.readDir(`${root}/${path}`)) {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory) await readInto(files, root, inner);
      else if (entry.isFile && /\.(?:yaml|json)$/.test(inner)) {
        files.set(inner, await Deno.readTextFile(`${root}/${inner}`));
      }
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

function sideOf(files: ReadonlyMap<string, string>): RenderedSide {
  const units: UnitId[] = [];
  for (const [path, text] of files) {
    if (!path.endsWith("/unit.json")) continue;
    const record = parseUnitRecord(text, path);
    if (record === undefined || record.retired) continue;
    if (record.unit.kind !== "root") units.push(record.unit);
  }
  const failed: FailedUnit[] = readFailedUnits(files.get(METADATA_PATH) ?? "")
    .map(({ id }) => ({ kind: "failed", id, findings: [] }));
  return { units, failed, complete: true };
}
