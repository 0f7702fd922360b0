/**
 * The same effect on many clusters, told once.
 *
 * @module
 */

import {
  type Cause,
  compareGravity,
  type Effect,
  identityKey,
} from "../../model/mod.ts";
import type { EffectGroup } from "../comparison.ts";
import { signatureOf } from "./own_names.ts";

/**
 * Groups effects that read the same. Those of a group for which not the same
 * fields change are its exceptions.
 *
 * @param effects The effects.
 * @returns The groups, the gravest first, then the largest; effects of kind
 * `no-effect` are in none.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import type { Effect } from "../../model/mod.ts";
 * const effect = (name: string): Effect => ({
 *   kind: "create",
 *   rule: "effects/create",
 *   summary: "A new cluster",
 *   object: { group: "", kind: "Cluster", namespace: "prod", name },
 *   cluster: `prod/${name}`,
 *   fields: [],
 *   causes: [],
 *   warnings: [],
 * });
 * const [group] = groupEffects([effect("us1"), effect("eu1")]);
 * assertEquals(group?.members.map(({ cluster }) => cluster), ["prod/eu1", "prod/us1"]);
 * ```
 */
export function groupEffects(
  effects: readonly Effect[],
): readonly EffectGroup[] {
  const shown = effects.filter(({ kind }) => kind !== "no-effect");
  return [...Map.groupBy(shown, groupKey)].map(([key, members]) => ({
    key,
    group: makeGroup(members.toSorted(byPlace)),
  })).sort((a, b) =>
    compareGravity(a.group.kind, b.group.kind) ||
    b.group.members.length - a.group.members.length ||
    (a.key < b.key ? -1 : 1)
  ).map(({ group }) => group);
}

function groupKey({ kind, rule, summary, object }: Effect): string {
  return [kind, rule, summary, object.group, object.kind].join("\0");
}

function makeGroup(effects: readonly Effect[]): EffectGroup {
  const alike = [...Map.groupBy(effects, signatureOf).values()]
    .reduce((most, each) => each.length > most.length ? each : most);
  const [{ kind, rule, summary, object, fields }] = alike as [Effect];
  const usual = new Set(alike);
  return {
    kind,
    rule,
    summary,
    objectKind: object.kind,
    members: effects.map(({ object, cluster }) => ({
      object,
      ...(cluster === undefined ? {} : { cluster }),
    })),
    fields,
    exceptions: effects.filter((effect) => !usual.has(effect)),
    causes: distinct(effects.flatMap(({ causes }) => causes), causeKey),
    warnings: distinct(effects.flatMap(({ warnings }) => warnings), String),
  };
}

function byPlace(a: Effect, b: Effect): number {
  const [left, right] = [a, b].map(({ cluster = "", object }) =>
    `${cluster}\0${identityKey(object)}`
  );
  return left! < right! ? -1 : 1;
}

function causeKey({ file, line, field, side }: Cause): string {
  return [file, String(line).padStart(9, "0"), field, side].join("\0");
}

/** Each once, in ascending order of keys. */
function distinct<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  return [...byKey.keys()].sort().map((key) => byKey.get(key)!);
}
