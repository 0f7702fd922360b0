/**
 * Clusters that got another name.
 *
 * @module
 */

import {
  type Effect,
  getPath,
  type ObjectChange,
  type Value,
} from "../../model/mod.ts";
import type { ComparedUnit } from "../comparison.ts";

/**
 * Tells clusters that are renamed from those that only go or come: there is no
 * renaming of what runs, so the old one is replaced by an empty new one.
 *
 * @param units The units that differ, with their effects.
 * @returns The units, with the effects on renamed clusters set right.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(joinRenamedClusters([]), []);
 * ```
 */
export function joinRenamedClusters(
  units: readonly ComparedUnit[],
): readonly ComparedUnit[] {
  const gone = Map.groupBy(
    units.filter((each) => has(each, "effects/cluster-deleted")),
    (each) => specOf(each, "removed"),
  );
  const created = Map.groupBy(
    units.filter((each) => has(each, "effects/cluster-created")),
    (each) => specOf(each, "added"),
  );
  const others = new Map<ComparedUnit, string>();
  for (const [spec, befores] of gone) {
    const afters = created.get(spec) ?? [];
    if (spec === undefined) continue;
    for (const [index, before] of befores.slice(0, afters.length).entries()) {
      const after = afters[index]!;
      others.set(before, clusterOf(after)).set(after, clusterOf(before));
    }
  }
  return units.map((unit) => {
    const other = others.get(unit);
    return other === undefined ? unit : {
      ...unit,
      effects: unit.effects.map((effect) => renamed(effect, other)),
    };
  });
}

function has({ effects }: ComparedUnit, rule: string): boolean {
  return effects.some((effect) => effect.rule === rule);
}

/** What a cluster is made from: two with the same are likely to be one. */
function specOf(
  { changes }: ComparedUnit,
  kind: "added" | "removed",
): string | undefined {
  const change = changes.find((each) =>
    each.kind === kind && manifestOf(each).kind === "ClusterDeployment"
  );
  const spec = change && getPath(manifestOf(change), ["spec"]);
  return spec === undefined ? undefined : JSON.stringify(spec, plainNumbers);
}

function manifestOf(change: ObjectChange) {
  return "after" in change ? change.after : change.before;
}

function plainNumbers(_key: string, value: Value): Value {
  return typeof value === "bigint" ? `${value}` : value;
}

function clusterOf({ unit }: ComparedUnit): string {
  return unit.kind === "cluster" ? `${unit.namespace}/${unit.name}` : "";
}

function renamed(effect: Effect, other: string): Effect {
  switch (effect.rule) {
    case "effects/cluster-deleted":
      return {
        ...effect,
        kind: "replace",
        rule: "effects/cluster-renamed",
        summary: "renamed: deleted with all that runs on it, and made anew",
        warnings: [...effect.warnings, `${other} takes its place, empty`],
      };
    case "effects/cluster-created":
      return {
        ...effect,
        warnings: [...effect.warnings, `It takes the place of ${other}, empty`],
      };
    default:
      return effect;
  }
}
