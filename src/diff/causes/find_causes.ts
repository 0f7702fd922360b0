/**
 * Which of some changes cause what becomes of one cluster.
 *
 * @module
 */

import { type Effect, identityKey } from "../../model/mod.ts";
import { writeFields } from "../grouping/own_names.ts";
import type { SourceChange } from "./source_change.ts";

/** Tells what becomes of the cluster when some changes are taken back. */
export type Without = (
  changes: readonly SourceChange[],
) => readonly Effect[];

/** The changes that cause an effect, by {@linkcode effectKey}. */
export type CausesByEffect = ReadonlyMap<string, ReadonlySet<SourceChange>>;

/**
 * An effect on one object as a key of maps.
 *
 * @param effect The effect.
 * @returns A text that no other effect on the same cluster has.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const object = { group: "", kind: "Secret", namespace: "b", name: "a" };
 * const effect = { kind: "create", rule: "effects/x", summary: "", object } as const;
 * const rest = { fields: [], causes: [], warnings: [] };
 * assertEquals(effectKey({ ...effect, ...rest }), "create effects/x /Secret/b/a ");
 * ```
 */
export function effectKey({ kind, rule, object, fields }: Effect): string {
  return [kind, rule, identityKey(object), writeFields(fields)].join(" ");
}

/**
 * Finds the causes by taking changes back, half of them at a time: what can go
 * without any effect getting lost has no part in it.
 *
 * @param changes The changes that may be causes.
 * @param without Tells what becomes of the cluster without some of them.
 * @returns The causes of each effect. An effect that only several changes
 * together can do without has all of them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import type { Effect } from "../../model/mod.ts";
 * import type { SourceChange } from "./source_change.ts";
 * const lock: SourceChange = {
 *   part: { kind: "lock" },
 *   cause: () => ({ file: "k0render.lock", line: 1, field: "", side: "after" }),
 * };
 * const chart: SourceChange = { ...lock, part: { kind: "chart", directory: "aws" } };
 * const effect: Effect = {
 *   kind: "in-place",
 *   rule: "effects/object-changed",
 *   summary: "spec",
 *   object: { group: "", kind: "ConfigMap", namespace: "b", name: "a" },
 *   fields: [],
 *   causes: [],
 *   warnings: [],
 * };
 * const causes = findCauses([lock, chart], (gone) => gone.includes(chart) ? [] : [effect]);
 * assertEquals([...causes.get(effectKey(effect)) ?? []], [chart]);
 * ```
 */
export function findCauses(
  changes: readonly SourceChange[],
  without: Without,
): CausesByEffect {
  const causes = new Map<string, Set<SourceChange>>();
  const all = without([]).map(effectKey);
  search(changes);
  return causes;

  function search(some: readonly SourceChange[]): void {
    if (some.length === 0) return;
    const left = new Set(without(some).map(effectKey));
    const lost = all.filter((key) => !left.has(key));
    if (lost.length === 0) return;
    if (some.length > 1) {
      const half = Math.ceil(some.length / 2);
      search(some.slice(0, half));
      search(some.slice(half));
    }
    for (const key of lost) {
      const known = causes.get(key) ?? new Set();
      if (!some.some((change) => known.has(change))) {
        for (const change of some) known.add(change);
      }
      causes.set(key, known);
    }
  }
}
