/**
 * Whether a change stays within the guards.
 *
 * @module
 */

import type { Effect } from "../../model/mod.ts";
import type { Guards } from "../../source/mod.ts";
import type { GuardOutcome } from "../comparison.ts";
import { acknowledgementOf } from "./acknowledged_effect.ts";
import { type ClusterCounts, type Guard, guardsOf } from "./guards.ts";

/** What effects are held against. */
export interface GuardInput {
  readonly guards: Guards;
  /** What is accepted by name, as `delete:prod/eu1`. */
  readonly acknowledged: Iterable<string>;
  readonly clusters: ClusterCounts;
}

/**
 * Holds effects against the guards.
 *
 * @param effects The effects of a change.
 * @param input The guards, and what is accepted by name.
 * @returns An outcome for each guard that is set.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DEFAULT_CONFIG } from "../../source/mod.ts";
 * const [outcome] = guardOutcomes([], {
 *   guards: DEFAULT_CONFIG.guards,
 *   acknowledged: [],
 *   clusters: { before: 3, after: 3 },
 * });
 * assertEquals(outcome?.limit, "at most 1 cluster deleted");
 * assertEquals(outcome?.state, "kept");
 * ```
 */
export function guardOutcomes(
  effects: readonly Effect[],
  { guards, acknowledged, clusters }: GuardInput,
): readonly GuardOutcome[] {
  const accepted = new Set(acknowledged);
  return guardsOf(guards, clusters)
    .map((guard) => outcomeOf(guard, effects, accepted));
}

/**
 * Which acknowledgements are about effects that do happen.
 *
 * @param effects The effects of a change.
 * @param acknowledged What is accepted by name.
 * @returns Those that are used, in ascending order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(usedAcknowledgements([], ["delete:prod/eu1"]), []);
 * ```
 */
export function usedAcknowledgements(
  effects: readonly Effect[],
  acknowledged: Iterable<string>,
): readonly string[] {
  const happening = new Set(effects.map(acknowledgementOf));
  return [...new Set(acknowledged)].filter((entry) => happening.has(entry))
    .sort();
}

function outcomeOf(
  { name, limit, text, counts }: Guard,
  effects: readonly Effect[],
  accepted: ReadonlySet<string>,
): GuardOutcome {
  const counted = effects.filter(counts);
  const open = counted.filter((effect) =>
    !accepted.has(acknowledgementOf(effect) ?? "")
  );
  const state = counted.length <= limit
    ? "kept"
    : open.length <= limit
    ? "acknowledged"
    : "tripped";
  const entries = new Set(
    open.flatMap((each) => acknowledgementOf(each) ?? []),
  );
  return {
    guard: name,
    limit: text,
    state,
    effects: counted,
    acknowledgements: state === "tripped" ? [...entries].sort() : [],
  };
}
