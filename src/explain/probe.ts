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
import { type Change, type Made, type Renderer, VALUES } from "./change.ts";
import { hasParts, variantsOf } from "./variants.ts";

/** What all probes of one thing work with. */
export interface Laboratory {
  readonly trial: Renderer;
  /** What there is when nothing is changed. */
  readonly base: Made;
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
 * Notes what depends on a map or list being there at all, where nothing in it
 * counts.
 *
 * @param laboratory Where to try it.
 * @param target The map or list.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope, known } from "../render/_demo.ts";
 * import { FeederRecord } from "./record.ts";
 * import { ruleTarget } from "./targets.ts";
 * import { trialOf } from "./trial.ts";
 * const trial = trialOf(demoScope(), "prod/eu1");
 * const record = new FeederRecord();
 * const target = ruleTarget("config", { path: ["a"], value: { b: 1 } });
 * probeContainer({ trial, base: known(trial.render({})), record }, target);
 * assertEquals([...record.reached(target.source)], []);
 * ```
 */
export function probeContainer(laboratory: Laboratory, target: Target): void {
  if (!target.canBeRemoved) return;
  const { source } = target;
  const swap = { before: source.value };
  const effects = tryOut(laboratory, target.change(undefined), swap);
  const { record } = laboratory;
  for (const { object, path } of effects?.fields ?? []) {
    if (record.feeders(object, path).length > 0) continue;
    record.add(object, path, { source, role: "decides", together: [] });
  }
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

/**
 * Notes what changed with a value.
 *
 * @param laboratory Where it was tried.
 * @param effects What changed.
 * @param source The value.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { FeederRecord } from "./record.ts";
 * const record = new FeederRecord();
 * const laboratory = { trial: { render: () => undefined }, base: { objects: new Map() }, record };
 * const source = { kind: "setting", field: ["a"], value: 1 } as const;
 * note(laboratory, { fields: [], gone: ["/Secret/prod/a"] }, source);
 * assertEquals(record.reasons("/Secret/prod/a"), [source]);
 * ```
 */
export function note(
  { record }: Laboratory,
  effects: Effects,
  source: Source,
): void {
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
