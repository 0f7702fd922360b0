/**
 * What becomes of everything, from what becomes of each unit.
 *
 * @module
 */

import type { UnitId } from "../model/mod.ts";
import type { ComparedUnits, RenderedSide } from "./compare_units.ts";
import type { Comparison, GuardOutcome } from "./comparison.ts";
import { groupEffects } from "./grouping/group_effects.ts";

/** What a comparison is made of. */
export interface SummaryInput {
  readonly compared: ComparedUnits;
  readonly before: RenderedSide;
  readonly after: RenderedSide;
  readonly guards: readonly GuardOutcome[];
}

/**
 * Makes the comparison.
 *
 * @param input What becomes of the units, and what the guards say.
 * @returns The comparison.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const side = { units: [], failed: [], complete: true };
 * const compared = { units: [], unknown: [], created: [], deleted: [] };
 * const { groups } = summarise({ compared, before: side, after: side, guards: [] });
 * assertEquals(groups, []);
 * ```
 */
export function summarise(input: SummaryInput): Comparison {
  const { units, unknown, created, deleted } = input.compared;
  const effects = units.flatMap((unit) => unit.effects);
  const others = new Set([...created, ...deleted]);
  const reached = effects.flatMap(({ kind, cluster }) =>
    kind === "no-effect" || cluster === undefined || others.has(cluster)
      ? []
      : [cluster]
  );
  return {
    clusters: {
      before: countClusters(input.before),
      after: countClusters(input.after),
      created,
      deleted,
      changed: [...new Set(reached)].sort(),
    },
    units,
    unknown,
    groups: groupEffects(effects),
    guards: input.guards,
  };
}

function countClusters({ units }: RenderedSide): number {
  return units.filter((unit: UnitId) => unit.kind === "cluster").length;
}
