/**
 * Units to which the same happens.
 *
 * @module
 */

import type { ComparedUnit } from "../../diff/comparison.ts";
import {
  type FieldChange,
  formatChangePath,
  identityOf,
  type ObjectChange,
  unitKey,
} from "../../model/mod.ts";

/** Units of which the same objects change in the same way. */
export interface SameChange {
  /** The first of them, which stands for all. */
  readonly example: ComparedUnit;
  readonly units: readonly ComparedUnit[];
}

/** Names of machine templates end with a digest, another one per cluster. */
const DIGEST = /-[0-9a-f]{8,64}$/;

/** Fields that name other objects of the same cluster. */
const NAMING = /(?:^|\.)(?:name|clusterName)$/;

/**
 * Puts units together to which the same happens, save for their own names.
 *
 * @param units The units.
 * @param options Whether what is in new objects must be the same as well, names
 * included; if not, they are compared by kind and name only.
 * @returns Them together, in the order of the first ones.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const unit = (name: string) => ({
 *   unit: { kind: "cluster", namespace: "prod", name } as const,
 *   changes: [],
 *   effects: [],
 * });
 * assertEquals(sameChanges([unit("a"), unit("b")]).length, 1);
 * ```
 */
export function sameChanges(
  units: readonly ComparedUnit[],
  options: { readonly contents?: boolean } = {},
): SameChange[] {
  const groups = new Map<
    string,
    { example: ComparedUnit; units: ComparedUnit[] }
  >();
  for (const unit of units) {
    const key = unitChangesKey(unit, options.contents === true);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { example: unit, units: [unit] });
    else group.units.push(unit);
  }
  return [...groups.values()];
}

function unitChangesKey(
  { unit, changes }: ComparedUnit,
  contents: boolean,
): string {
  if (unit.kind === "root") return "root";
  if (unit.kind !== "cluster") return unitKey(unit);
  return JSON.stringify(changes.map((change) => [
    ...changeKey(change, unit.name),
    contents && change.kind === "added" ? canonical(change.after) : "",
  ]));
}

function changeKey(change: ObjectChange, cluster: string): unknown[] {
  const sides = change.kind === "added"
    ? [change.after]
    : change.kind === "removed"
    ? [change.before]
    : [change.before, change.after];
  const names = sides.map((manifest) => {
    const { group, kind, name } = identityOf(manifest);
    return [group, kind, ownName(name, cluster)];
  });
  const fields = "fields" in change
    ? change.fields.map((field) => fieldKey(field, cluster))
    : [];
  return [change.kind, change.applied, names, fields];
}

function fieldKey({ path, before, after }: FieldChange, cluster: string) {
  const field = formatChangePath(path);
  return [field, before, after].map((value) => {
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value !== "string" || !NAMING.test(field)) {
      return canonical(value);
    }
    return ownName(value, cluster);
  });
}

function canonical(value: unknown): string {
  return JSON.stringify(
    value,
    (_, inner) => typeof inner === "bigint" ? `${inner}n` : inner,
  ) ?? "";
}

function ownName(name: string, cluster: string): string {
  const own = name === cluster || name.startsWith(`${cluster}-`);
  return own ? `*${name.slice(cluster.length)}`.replace(DIGEST, "-*") : name;
}
