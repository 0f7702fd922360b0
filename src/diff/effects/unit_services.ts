/**
 * The services that a unit delivers.
 *
 * @module
 */

import {
  type Effect,
  type FieldChange,
  identityKey,
  identityOf,
  type ObjectChange,
  type Side,
} from "../../model/mod.ts";
import type { LivePair } from "./apply_level.ts";
import type { EffectContext } from "./effect_context.ts";
import { serviceEffects } from "./service_effects.ts";
import { servicesOf } from "./services.ts";

/**
 * Compares the services that a unit delivers before and after.
 *
 * @param pair The unit.
 * @param changes What of its changes takes effect.
 * @param context What the other units say.
 * @returns The effects.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = { kind: "layer", layer: "platform" } as const;
 * assertEquals(unitServiceEffects({ unit }, [], {}), []);
 * ```
 */
export function unitServiceEffects(
  { unit }: LivePair,
  changes: readonly ObjectChange[],
  context: EffectContext,
): readonly Effect[] {
  if (unit.kind === "root") return [];
  const before = changes.flatMap((change) =>
    "before" in change ? [change.before] : []
  );
  const after = changes.flatMap((change) =>
    "after" in change ? [change.after] : []
  );
  const options = (side: Side) => ({
    charts: context.charts?.[side] ?? new Map(),
    ...(unit.kind === "cluster" ? { except: unit.name } : {}),
  });
  return serviceEffects({
    before: servicesOf(before, options("before")),
    after: servicesOf(after, options("after")),
  }, {
    ...(unit.kind === "cluster"
      ? { cluster: `${unit.namespace}/${unit.name}` }
      : {}),
    kcmVersion: context.kcmVersion,
    fields: fieldsByObject(changes),
    present: new Set(after.map((each) => identityKey(identityOf(each)))),
  });
}

function fieldsByObject(
  changes: readonly ObjectChange[],
): ReadonlyMap<string, readonly FieldChange[]> {
  return new Map(
    changes.flatMap((change) =>
      "fields" in change
        ? [[identityKey(identityOf(change.after)), change.fields] as const]
        : []
    ),
  );
}
