/**
 * From two rendered trees to what becomes of each unit.
 *
 * @module
 */

import {
  type FailedUnit,
  type Side,
  type UnitId,
  unitKey,
} from "../model/mod.ts";
import type { UnitRecord } from "../tree/mod.ts";
import type { ComparedUnit, UnknownUnit } from "./comparison.ts";
import {
  type EffectContext,
  effectsOf,
  joinRenamedClusters,
  readEffectContext,
} from "./effects/mod.ts";
import {
  type DifferingRecords,
  type DifferingUnit,
  readRecords,
  readUnits,
} from "./trees/read_units.ts";
import type { TreePair } from "./trees/tree_pair.ts";

/** What is known of the render that a tree comes from. */
export interface RenderedSide {
  /** All units that the definitions have, also those that failed. */
  readonly units: readonly UnitId[];
  /** Those that could not be rendered; the tree may have an older state. */
  readonly failed: readonly FailedUnit[];
  /** Whether all definitions could be read. */
  readonly complete: boolean;
}

/** Two trees, and what is known of the renders that they come from. */
export interface TreesToCompare {
  readonly trees: TreePair;
  readonly before: RenderedSide;
  readonly after: RenderedSide;
  /** The version of KCM whose behaviour counts, where it is known. */
  readonly kcmVersion?: string;
  /** Whether a unit is to be read; left out, all that differ are. */
  readonly matters?: (unit: DifferingRecords) => boolean;
}

/** What becomes of the units. */
export interface ComparedUnits {
  /** The units that differ, in the order of the tree, with masked changes. */
  readonly units: readonly ComparedUnit[];
  readonly unknown: readonly UnknownUnit[];
  readonly created: readonly string[];
  readonly deleted: readonly string[];
}

/**
 * Compares the units of two trees. What could not be rendered on a side is
 * unknown: it is neither created nor deleted.
 *
 * @param input The trees.
 * @returns The units that differ, and those of which nobody knows.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { treePair } from "./trees/tree_pair.ts";
 * const side = { units: [], failed: [], complete: true };
 * const trees = treePair(new Map(), new Map());
 * const { units } = await compareUnits({ trees, before: side, after: side });
 * assertEquals(units, []);
 * ```
 */
export async function compareUnits(
  input: TreesToCompare,
): Promise<ComparedUnits> {
  const { trees, matters = () => true } = input;
  const unknown = unknownUnits(input);
  const records = (await readRecords(trees)).filter(({ unit }) =>
    unit.kind === "root" || !unknown.has(unitKey(unit))
  );
  const context = await readEffectContext(trees, input);
  const units: ComparedUnit[] = [];
  for await (const differing of readUnits(trees, records.filter(matters))) {
    const compared = compareUnit(differing, context);
    if (compared !== undefined) units.push(compared);
  }
  return {
    units: joinRenamedClusters(units),
    unknown: [...unknown.values()],
    created: records.filter(isCreated).flatMap(clusterName),
    deleted: records.filter(isDeleted).flatMap(clusterName),
  };
}

function compareUnit(
  { pair, changes }: DifferingUnit,
  context: EffectContext,
): ComparedUnit | undefined {
  const effects = effectsOf(pair, changes, context);
  return changes.length === 0 && effects.length === 0
    ? undefined
    : { unit: pair.unit, changes, effects };
}

function isCreated({ before, after }: DifferingRecords): boolean {
  return !isLive(before) && isLive(after);
}

function isDeleted({ before, after }: DifferingRecords): boolean {
  return isLive(before) && !isLive(after);
}

function isLive(record: UnitRecord | undefined): boolean {
  return record !== undefined && record.retired === undefined;
}

function clusterName({ unit }: DifferingRecords): string[] {
  return unit.kind === "cluster" ? [`${unit.namespace}/${unit.name}`] : [];
}

/**
 * The units of which one side is not known. Where both are not, it is the side
 * after the change that people can still mend.
 */
function unknownUnits(input: TreesToCompare): Map<string, UnknownUnit> {
  const unknown = new Map<string, UnknownUnit>();
  for (const side of ["before", "after"] as const) {
    for (const unit of missingUnits(input, side)) {
      unknown.set(unitKey(unit), { unit, side, findings: [] });
    }
    for (const { id, findings } of input[side].failed) {
      unknown.set(unitKey(id), { unit: id, side, findings });
    }
  }
  return unknown;
}

/** What seems to be gone may stand in a file that could not be read. */
function missingUnits(input: TreesToCompare, side: Side): readonly UnitId[] {
  const { complete, units } = input[side];
  if (complete) return [];
  const known = new Set(units.map(unitKey));
  const other = side === "before" ? input.after : input.before;
  return other.units.filter((unit) => !known.has(unitKey(unit)));
}
