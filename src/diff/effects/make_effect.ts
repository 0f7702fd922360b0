/**
 * Making of effects.
 *
 * @module
 */

import type {
  Effect,
  EffectKind,
  FieldChange,
  Identity,
} from "../../model/mod.ts";
import type { EffectRule } from "./effect_rules.ts";

/** What an effect says beyond its object. */
export interface EffectDetails {
  readonly kind: EffectKind;
  readonly rule: EffectRule;
  readonly summary: string;
  readonly cluster?: string | undefined;
  readonly fields?: readonly FieldChange[];
  readonly warnings?: readonly string[];
}

/**
 * Makes an effect; whoever knows the dry source adds the causes.
 *
 * @param object What it happens to.
 * @param details What happens.
 * @returns The effect.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const object = { group: "", kind: "Secret", namespace: "prod", name: "a" };
 * const effect = makeEffect(object, {
 *   kind: "in-place",
 *   rule: "effects/object-changed",
 *   summary: "data",
 * });
 * assertEquals(effect.causes, []);
 * ```
 */
export function makeEffect(
  object: Identity,
  { kind, rule, summary, cluster, fields = [], warnings = [] }: EffectDetails,
): Effect {
  return {
    kind,
    rule,
    summary,
    object,
    ...(cluster === undefined ? {} : { cluster }),
    fields,
    causes: [],
    warnings,
  };
}
