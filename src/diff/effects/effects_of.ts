/**
 * What the change of a unit does to what runs.
 *
 * @module
 */

import {
  compareGravity,
  type Effect,
  type ObjectChange,
} from "../../model/mod.ts";
import type { UnitPair, UnitSide } from "../comparison.ts";
import { effectivenessOf, levelOf } from "./apply_level.ts";
import { lifecycleEffects } from "./cluster_lifecycle.ts";
import type { EffectContext } from "./effect_context.ts";
import { keepingEffects } from "./keeping_services.ts";
import { membershipEffects } from "./membership.ts";
import { blindSide, isExpanded, notExpanded } from "./not_expanded.ts";
import { objectEffects, reviewOnly } from "./object_effects.ts";
import { unitServiceEffects } from "./unit_services.ts";

/**
 * Tells what the change of a unit does. The expansion of a cluster counts
 * whether Flux applies it or controllers make it.
 *
 * @param pair The unit before and after.
 * @param changes What differs in it.
 * @param context What the rest of the trees says, as
 * {@linkcode readEffectContext} finds it.
 * @returns The effects, the gravest first; the causes are left to whoever
 * knows the dry source.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
 * const before = { applied: [], review: [], retired: false };
 * const effects = effectsOf({ unit, before }, []);
 * assertEquals(effects.map(({ kind }) => kind), ["delete"]);
 * ```
 */
export function effectsOf(
  pair: UnitPair,
  changes: readonly ObjectChange[],
  context: EffectContext = {},
): readonly Effect[] {
  const { unit } = pair;
  const [before, after] = [live(pair.before), live(pair.after)];
  const lifecycle = unit.kind === "cluster"
    ? lifecycleEffects({ unit, before, after }, changes, context)
    : undefined;
  if (lifecycle !== undefined) return sorted(lifecycle);
  const level = levelOf({ unit, before, after }, context);
  const blind = unit.kind === "cluster" && level !== "capi"
    ? blindSide({ unit, before, after })
    : undefined;
  const { effective = [], others = [] } = Object.groupBy(
    changes,
    byEffect(
      blind === undefined
        ? effectivenessOf({ unit, before, after }, level)
        : ({ applied }) => applied,
    ),
  );
  return sorted([
    ...(blind !== undefined && unit.kind === "cluster"
      ? [notExpanded(unit, blind)]
      : []),
    ...objectEffects(effective, {
      level,
      expanded: unit.kind !== "cluster" || isExpanded({ unit, before, after }),
    }),
    ...unitServiceEffects({ unit }, effective, context),
    ...(unit.kind === "cluster"
      ? membershipEffects(changes, {
        cluster: `${unit.namespace}/${unit.name}`,
        keeping: context.keeping,
      })
      : keepingEffects(others)),
    ...others.map(reviewOnly),
  ]);
}

function byEffect(takesEffect: (change: ObjectChange) => boolean) {
  return (change: ObjectChange): "effective" | "others" =>
    takesEffect(change) ? "effective" : "others";
}

/** Nothing of a retired unit is applied. */
function live(side: UnitSide | undefined): UnitSide | undefined {
  return side?.retired ? undefined : side;
}

function sorted(effects: readonly Effect[]): readonly Effect[] {
  return effects.toSorted((a, b) => compareGravity(a.kind, b.kind));
}
