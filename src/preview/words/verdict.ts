/**
 * Whether a change is dangerous, in one sentence.
 *
 * @module
 */

import type { GuardOutcome } from "../../diff/comparison.ts";
import { EFFECT_KINDS, type EffectKind } from "../../model/mod.ts";
import { comparisonsOf, type Preview } from "../preview.ts";
import { countOf } from "./counts.ts";
import { EFFECT_WORDS, type Risk } from "./effect_words.ts";

/** What to make of a change. */
export interface Verdict {
  /** `stopped`: it fails the check; else the risk of its gravest effect. */
  readonly level: "stopped" | Risk;
  readonly icon: string;
  readonly word: string;
  /** Why, as sentences without the last period. */
  readonly reasons: readonly string[];
}

const LEVELS = {
  stopped: { icon: "🛑", word: "Stopped" },
  danger: { icon: "🔴", word: "Danger" },
  care: { icon: "🟠", word: "Take care" },
  calm: { icon: "🟢", word: "Calm" },
} as const;

/**
 * Says what to make of a change. No text of the repository is in it.
 *
 * @param preview What there is to say about the change.
 * @returns How grave it is, and why.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const preview = { version: "1", base: "", head: "", environments: [], findings: [], links: {} };
 * assertEquals(verdictOf(preview).word, "Calm");
 * ```
 */
export function verdictOf(preview: Preview): Verdict {
  if (preview.problem !== undefined) {
    const reasons = ["Nobody knows what this does"];
    return { level: "stopped", ...LEVELS.stopped, reasons };
  }
  const stops = reasonsToStop(preview);
  const [gravest = "no-effect"] = effectKinds(preview);
  const { risk, meaning } = EFFECT_WORDS[gravest];
  const level = stops.length > 0 ? "stopped" : risk;
  return { level, ...LEVELS[level], reasons: [...stops, meaning] };
}

/**
 * The guards of all environments that stop a change.
 *
 * @param preview What there is to say about the change.
 * @returns The guards that are tripped, and not acknowledged.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const preview = { version: "1", base: "", head: "", environments: [], findings: [], links: {} };
 * assertEquals(trippedGuards(preview), []);
 * ```
 */
export function trippedGuards(preview: Preview): GuardOutcome[] {
  return comparisonsOf(preview).flatMap(({ guards }) =>
    guards.filter(({ state }) => state === "tripped")
  );
}

/**
 * The kinds of effects that a change has, the gravest first.
 *
 * @param preview What there is to say about the change.
 * @returns The kinds; `unknown` where a unit could not be rendered.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const preview = { version: "1", base: "", head: "", environments: [], findings: [], links: {} };
 * assertEquals(effectKinds(preview), []);
 * ```
 */
export function effectKinds(preview: Preview): EffectKind[] {
  return effectKindsOf(
    comparisonsOf(preview).flatMap(({ groups, unknown }) => [
      ...groups,
      ...unknown.map(() => ({ kind: "unknown" as const })),
    ]),
  );
}

/**
 * The kinds of some effects, each once, the gravest first.
 *
 * @param effects The effects.
 * @returns The kinds.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(effectKindsOf([{ kind: "create" }, { kind: "delete" }]), ["delete", "create"]);
 * ```
 */
export function effectKindsOf(
  effects: readonly { readonly kind: EffectKind }[],
): EffectKind[] {
  const present = new Set(effects.map(({ kind }) => kind));
  return EFFECT_KINDS.filter((kind) => present.has(kind));
}

function reasonsToStop(preview: Preview): string[] {
  const guards = trippedGuards(preview).length;
  const errors =
    preview.findings.filter(({ finding }) => finding.severity === "error")
      .length;
  const failed = preview.environments.length - comparisonsOf(preview).length;
  const verb = guards === 1 ? "is" : "are";
  return [
    ...(failed === 0
      ? []
      : [`${countOf(failed, "environment")} cannot be rendered`]),
    ...(guards === 0 ? [] : [`${countOf(guards, "guard")} ${verb} tripped`]),
    ...(errors === 0 ? [] : [countOf(errors, "new error")]),
  ];
}
