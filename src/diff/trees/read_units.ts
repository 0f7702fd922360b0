/**
 * The units that differ between two rendered trees.
 *
 * @module
 */

import type { ObjectChange, Side } from "../../model/mod.ts";
import { parseUnitRecord, type UnitRecord } from "../../tree/mod.ts";
import type { ComparedUnitId, UnitPair } from "../comparison.ts";
import { diffSides } from "../diff_sides.ts";
import type { TreePair, WantedFile } from "./tree_pair.ts";
import {
  objectReader,
  objectsOf,
  unitSide,
  type UnitTexts,
} from "./unit_objects.ts";
import { recordPathOf } from "./unit_paths.ts";

/** So many units are in memory at a time. */
const BATCH = 200;

/** Objects that tell what the others mean; their files begin so. */
const TELLING = /\/(?:cluster|cluster-deployment|helm-release)\.[^/]+$/;

/** A unit that differs, and how, without secrets. */
export interface DifferingUnit {
  readonly pair: UnitPair;
  readonly changes: readonly ObjectChange[];
}

/** Something of both sides. */
type Sides<Part> = Readonly<Record<Side, Part>>;

/** A unit that differs: its record on either side, and the files. */
export interface DifferingRecords extends Sides<UnitRecord | undefined> {
  readonly unit: ComparedUnitId;
  readonly changed: ReadonlySet<string>;
}

/**
 * Finds the units that differ, by their records.
 *
 * @param pair The trees.
 * @returns The records, in ascending order of their paths.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { treePair } from "./tree_pair.ts";
 * assertEquals(await readRecords(treePair(new Map(), new Map())), []);
 * ```
 */
export async function readRecords(
  pair: TreePair,
): Promise<readonly DifferingRecords[]> {
  const units = [...changedByUnit(pair.changed)]
    .sort(([a], [b]) => a < b ? -1 : 1);
  const paths = units.map(([path]) => ({ path }));
  const texts = await readSides(pair, () => paths);
  return units.flatMap(([path, changed]) => {
    const before = parseRecord(texts.before, path);
    const after = parseRecord(texts.after, path);
    const unit = (after ?? before)?.unit;
    return unit === undefined ? [] : [{ unit, changed, before, after }];
  });
}

function changedByUnit(paths: readonly string[]): Map<string, Set<string>> {
  const units = new Map<string, Set<string>>();
  for (const path of paths) {
    const record = recordPathOf(path);
    if (record === undefined) continue;
    const changed = units.get(record) ?? new Set();
    units.set(record, changed.add(path));
  }
  return units;
}

/**
 * Reads units that differ: the objects that do, and of a cluster also those
 * that tell what becomes of them, the Cluster, the ClusterDeployment and the
 * HelmReleases.
 *
 * @param pair The trees.
 * @param units The records of the units.
 * @returns The units, in the same order. The objects of a side are parsed when
 * they are first asked for.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { treePair } from "./tree_pair.ts";
 * const pair = treePair(new Map(), new Map());
 * assertEquals(await Array.fromAsync(readUnits(pair, [])), []);
 * ```
 */
export async function* readUnits(
  pair: TreePair,
  units: readonly DifferingRecords[],
): AsyncGenerator<DifferingUnit> {
  for (let start = 0; start < units.length; start += BATCH) {
    const batch = units.slice(start, start + BATCH);
    const texts = await readSides(
      pair,
      (side) => batch.flatMap((each) => filesOf(each, side)),
    );
    for (const each of batch) yield differingUnit(each, texts);
  }
}

async function readSides(
  pair: TreePair,
  files: (side: Side) => readonly WantedFile[],
): Promise<Sides<ReadonlyMap<string, string>>> {
  const [before, after] = await Promise.all([
    pair.read("before", files("before")),
    pair.read("after", files("after")),
  ]);
  return { before, after };
}

function parseRecord(
  texts: ReadonlyMap<string, string>,
  path: string,
): UnitRecord | undefined {
  const text = texts.get(path);
  return text === undefined ? undefined : parseUnitRecord(text, path);
}

function filesOf(records: DifferingRecords, side: Side): readonly WantedFile[] {
  const { unit, changed } = records;
  const isWanted = (path: string) =>
    changed.has(path) || (unit.kind === "cluster" && TELLING.test(path));
  return Object.entries(records[side]?.files ?? {})
    .filter(([path]) => isWanted(path))
    .map(([path, oid]) => ({ path, oid }));
}

function differingUnit(
  records: DifferingRecords,
  texts: Sides<ReadonlyMap<string, string>>,
): DifferingUnit {
  const { unit } = records;
  const read = objectReader();
  const [before, after] = (["before", "after"] as const).map((side) => {
    const record = records[side];
    return record && { record, texts: texts[side], read };
  });
  const [left, right] = [before, after].map((side) =>
    side && {
      applied: objectsOf(side, "applied", records.changed),
      review: objectsOf(side, "review", records.changed),
    }
  );
  const changes = diffSides(unit, { before: left, after: right });
  return { pair: pairOf({ unit, before, after }), changes };
}

function pairOf(
  { unit, before, after }: {
    unit: UnitPair["unit"];
    before: UnitTexts | undefined;
    after: UnitTexts | undefined;
  },
): UnitPair {
  return {
    unit,
    ...(before === undefined ? {} : { before: unitSide(before) }),
    ...(after === undefined ? {} : { after: unitSide(after) }),
  };
}
