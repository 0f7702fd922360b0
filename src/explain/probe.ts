/**
 * Finding out what one value feeds, by changing it.
 *
 * @module
 */

import type { Value } from "../model/mod.ts";
import { type Effects, effectsOf, type Swap } from "./effects.ts";
import type { FeederRecord } from "./record.ts";
import type { Source } from "./source.ts";
import type { Target } from "./targets.ts";
import { type Change, type Outcome, type Trial, VALUES } from "./trial.ts";
import { hasParts, variantsOf } from "./variants.ts";

/** What all probes of a cluster work with. */
export interface Laboratory {
  readonly trial: Trial;
  /** What there is when nothing is changed. */
  readonly base: Outcome;
  readonly record: FeederRecord;
}

/**
 * Changes a value and notes what changes with it.
 *
 * Values are tried one after the other, until the cluster can be rendered with
 * one and something comes of it. To leave the value out is tried as well: that
 * is what shows the default behind it.
 *
 * @param laboratory Where to try it.
 * @param target The value.
 * @returns Whether the cluster could be rendered with another value.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { FeederRecord } from "./record.ts";
 * import { ruleTarget } from "./targets.ts";
 * import { trialOf } from "./trial.ts";
 * const trial = trialOf(demoScope(), "prod/eu1");
 * const laboratory = { trial, base: known(trial.render({})), record: new FeederRecord() };
 * assert(probe(laboratory, ruleTarget("config", { path: ["workersNumber"], value: 2 })));
 * ```
 */
export function probe(laboratory: Laboratory, target: Target): boolean {
  const { source, choices, canBeRemoved } = target;
  let isDone = false;
  for (const after of variantsOf(source.value, choices)) {
    const swap = { before: source.value, after };
    const effects = tryOut(laboratory, target.change(after), swap);
    if (effects === undefined) continue;
    isDone = true;
    note(laboratory, effects, source);
    if (isTelling(effects) && !hasParts(source.value)) break;
  }
  if (!canBeRemoved) return isDone;
  const swap = { before: source.value };
  const effects = tryOut(laboratory, target.change(undefined), swap);
  if (effects === undefined) return isDone;
  note(laboratory, isDone ? effects : asGiven(effects, source.value), source);
  return isDone;
}

/**
 * Tries one change.
 *
 * @param laboratory Where to try it.
 * @param change The change.
 * @param swap What is put in the place of what.
 * @returns The effects; `undefined` where the cluster cannot be rendered so.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { FeederRecord } from "./record.ts";
 * import { trialOf } from "./trial.ts";
 * const trial = trialOf(demoScope(), "prod/eu1");
 * const laboratory = { trial, base: known(trial.render({})), record: new FeederRecord() };
 * assertEquals(tryOut(laboratory, { definitions: [] }, { before: 1 }), undefined);
 * ```
 */
export function tryOut(
  { trial, base }: Laboratory,
  change: Change | undefined,
  swap: Swap,
): Effects | undefined {
  const outcome = change && trial.render(change);
  return outcome && effectsOf(base, outcome, swap);
}

function note({ record }: Laboratory, effects: Effects, source: Source): void {
  for (const { object, path, isGiven } of effects.fields) {
    const role = isGiven ? "gives" : "decides";
    record.add(object, path, { source, role, together: [] });
  }
  for (const object of effects.gone) record.addObject(object, source);
}

/** What is in the values alone may reach no object, or only for other texts. */
function isTelling({ fields, gone }: Effects): boolean {
  return gone.length > 0 ||
    fields.some(({ object, path }) =>
      object !== VALUES && !path.includes(VALUES)
    );
}

/** Where nothing else can stand, the same value counts as that value. */
function asGiven(effects: Effects, value: Value): Effects {
  return {
    ...effects,
    fields: effects.fields.map((effect) => ({
      ...effect,
      isGiven: effect.before === value && value !== "",
    })),
  };
}
