/**
 * Settings by which everything is rendered.
 *
 * @module
 */

import type { Effect, Identity } from "../../model/mod.ts";
import { CONFIG_PATH, type RenderConfig } from "../../source/mod.ts";
import type { ComparedUnit } from "../comparison.ts";
import { makeEffect } from "./make_effect.ts";

/** A setting that reaches all that runs, and what to know of it. */
interface Setting {
  readonly name:
    | "kcmVersion"
    | "systemNamespace"
    | "applyLevel"
    | "serviceDelivery";
  readonly warning?: string;
}

const SETTINGS: readonly Setting[] = [
  { name: "kcmVersion" },
  {
    name: "systemNamespace",
    warning:
      "KCM does not move with it: what it made stays in the former namespace, and what is rendered goes to the new one",
  },
  {
    name: "applyLevel",
    warning: "Flux prunes what stands for clusters at the former level",
  },
  {
    name: "serviceDelivery",
    warning:
      "Services are uninstalled by one controller and installed by another",
  },
];

const OBJECT: Identity = {
  group: "k0render.dev",
  kind: "RenderConfig",
  namespace: "",
  name: CONFIG_PATH,
};

/**
 * Tells which settings change by which everything is rendered. What that does
 * to clusters is told of them.
 *
 * @param before The configuration before the change.
 * @param after The configuration after it.
 * @returns An effect for each setting.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * const after = { ...DEFAULT_CONFIG, systemNamespace: "k0rdent" };
 * const [effect] = settingEffects(DEFAULT_CONFIG, after);
 * assertEquals(effect?.summary, "systemNamespace kcm-system → k0rdent");
 * ```
 */
export function settingEffects(
  before: RenderConfig,
  after: RenderConfig,
): readonly Effect[] {
  return SETTINGS.filter(({ name }) => before[name] !== after[name])
    .map(({ name, warning }) =>
      makeEffect(OBJECT, {
        kind: "reconciliation",
        rule: "effects/setting-changed",
        summary: `${name} ${before[name]} → ${after[name]}`,
        fields: [{ path: [name], before: before[name], after: after[name] }],
        warnings: warning === undefined ? [] : [warning],
      })
    );
}

/**
 * Adds effects of settings to those of what stands above all units.
 *
 * @param units The units that differ.
 * @param effects The effects.
 * @returns The units, with that of the root among them where there are effects.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(withSettingEffects([], []), []);
 * ```
 */
export function withSettingEffects(
  units: readonly ComparedUnit[],
  effects: readonly Effect[],
): readonly ComparedUnit[] {
  if (effects.length === 0) return units;
  const root = units.find(({ unit }) => unit.kind === "root") ??
    { unit: { kind: "root" }, changes: [], effects: [] } as const;
  return [
    { ...root, effects: [...effects, ...root.effects] },
    ...units.filter((unit) => unit !== root),
  ];
}
