/**
 * The units that differ between two rendered trees.
 *
 * @module
 */

import type { ObjectChange, Side } from "../../model/mod.ts";
import { parseUnitRecord, type UnitRecord } from "../../tree/mod.ts";
import type { UnitPair } from "../comparison.ts";
import { diffObjects } from "../objects/mod.ts";
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

/** A unit that differs, and how. */
export interface DifferingUnit {
  readonly pair: UnitPair;
  readonly changes: readonly ObjectChange[];
}

/** Something of both sides. */
type Sides<Part> = Readonly<Record<Side, Part>>;

/** A unit's record on either side, and its files that differ. */
interface Records extends Sides<UnitRecord | undefined> {
  readonly changed: ReadonlySet<string>;
}

/**
 * Reads the units that differ. Each is read whole, but for the Flux entry
 * point, which has objects of all clusters: of that only what differs is read.
 *
 * @param pair The trees.
 * @returns The units in ascending order of their directories. The objects of a
 * side are parsed when they are first asked for.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { treePair } from "./tree_pair.ts";
 * assertEquals(await Array.fromAsync(readUnits(treePair(new Map(), new Map()))), []);
 * ```
 */
export async function* readUnits(
  pair: TreePair,
): AsyncGenerator<DifferingUnit> {
  const units = [...changedByUnit(pair.changed)]
    .sort(([a], [b]) => a < b ? -1 : 1);
  for (let start = 0; start < units.length; start += BATCH) {
    yield* readBatch(pair, units.slice(start, start + BATCH));
  }
}

/** A unit by the path of its record, and its files that differ. */
type ChangedUnit = readonly [record: string, changed: ReadonlySet<string>];

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

async function* readBatch(
  pair: TreePair,
  units: readonly ChangedUnit[],
): AsyncGenerator<DifferingUnit> {
  const paths = units.map(([path]) => ({ path }));
  const recordTexts = await readSides(pair, () => paths);
  const records = units.map(([path, changed]) => ({
    changed,
    before: parseRecord(recordTexts.before, path),
    after: parseRecord(recordTexts.after, path),
  }));
  const texts = await readSides(
    pair,
    (side) => records.flatMap((each) => filesOf(each, side)),
  );
  for (const each of records) {
    const unit = differingUnit(each, texts);
    if (unit !== undefined) yield unit;
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

function filesOf(records: Records, side: Side): readonly WantedFile[] {
  const record = records[side];
  const isRoot = record?.unit.kind === "root";
  return Object.entries(record?.files ?? {})
    .filter(([path]) => !isRoot || records.changed.has(path))
    .map(([path, oid]) => ({ path, oid }));
}

function differingUnit(
  records: Records,
  texts: Sides<ReadonlyMap<string, string>>,
): DifferingUnit | undefined {
  const unit = (records.after ?? records.before)?.unit;
  if (unit === undefined) return undefined;
  const read = objectReader();
  const [before, after] = (["before", "after"] as const).map((side) => {
    const record = records[side];
    return record && { record, texts: texts[side], read };
  });
  const sections = (["applied", "review"] as const).flatMap((section) =>
    diffObjects(
      objectsOf(before, section, records.changed),
      objectsOf(after, section, records.changed),
    ).map((change) => ({ unit, applied: section === "applied", ...change }))
  );
  return { pair: pairOf({ unit, before, after }), changes: sections };
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
