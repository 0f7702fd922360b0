/**
 * From two rendered trees to what becomes of each unit.
 *
 * @module
 */

import {
  type Effect,
  type FailedUnit,
  type ObjectChange,
  type Side,
  type UnitId,
  unitKey,
} from "../model/mod.ts";
import type { ComparedUnit, UnitPair, UnknownUnit } from "./comparison.ts";
import { maskChange } from "./masking/mask_change.ts";
import { type DifferingUnit, readUnits } from "./trees/read_units.ts";
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

/** Tells what the changes of a unit do to what runs. */
export type EffectsOf = (
  pair: UnitPair,
  changes: readonly ObjectChange[],
) => readonly Effect[];

/** Two trees, and what is known of the renders that they come from. */
export interface TreesToCompare {
  readonly trees: TreePair;
  readonly before: RenderedSide;
  readonly after: RenderedSide;
  /** Tells what a change does to what runs. */
  readonly effectsOf: EffectsOf;
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
 * const { units } = await compareUnits({
 *   trees,
 *   before: side,
 *   after: side,
 *   effectsOf: () => [],
 * });
 * assertEquals(units, []);
 * ```
 */
export async function compareUnits(
  input: TreesToCompare,
): Promise<ComparedUnits> {
  const unknown = unknownUnits(input);
  const units: ComparedUnit[] = [];
  const created: string[] = [];
  const deleted: string[] = [];
  for await (const differing of readUnits(input.trees)) {
    const { unit } = differing.pair;
    if (unit.kind !== "root" && unknown.has(unitKey(unit))) continue;
    const compared = compareUnit(differing, input.effectsOf);
    if (compared !== undefined) units.push(compared);
    if (unit.kind !== "cluster") continue;
    const name = `${unit.namespace}/${unit.name}`;
    const [was, is] = [
      isLive(differing.pair.before),
      isLive(differing.pair.after),
    ];
    if (is && !was) created.push(name);
    if (was && !is) deleted.push(name);
  }
  return { units, unknown: [...unknown.values()], created, deleted };
}

function compareUnit(
  { pair, changes }: DifferingUnit,
  effectsOf: EffectsOf,
): ComparedUnit | undefined {
  const masked = changes.map(maskChange);
  const effects = effectsOf(pair, masked);
  return masked.length === 0 && effects.length === 0
    ? undefined
    : { unit: pair.unit, changes: masked, effects };
}

function isLive(side: UnitPair["before"]): boolean {
  return side?.retired === false;
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
