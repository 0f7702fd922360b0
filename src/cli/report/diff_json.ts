/**
 * The JSON form of `k0render diff`, as docs/reference/json.md describes it.
 *
 * @module
 */

import type { Comparison, GuardOutcome, UnknownUnit } from "../../diff/mod.ts";
import {
  type Cause,
  compareGravity,
  type Effect,
  type FieldChange,
  formatChangePath,
  isMap,
  type ListItem,
  setField,
  unitKey,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";
import type { LocatedFinding } from "../../service/mod.ts";
import type { ComparedSides } from "../compare_sides.ts";
import { jsonReport } from "./json_report.ts";

/**
 * Makes the JSON form of a comparison.
 *
 * @param compared What came of comparing two sides.
 * @param findings What the change brings, with positions.
 * @returns A value for `JSON.stringify`.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const findingSource = {
 *   tree: { files: [], findings: [] },
 *   locate: () => ({ line: 1, column: 1 }),
 * };
 * const compared = { base: "a", head: "b", environments: [], findings: [], findingSource };
 * assertEquals(diffJson(compared, []).environments, []);
 * ```
 */
export function diffJson(
  { base, head, environments }: ComparedSides,
  findings: readonly LocatedFinding[],
): Record<string, unknown> {
  return {
    base,
    head,
    environments: environments.map(({ name, branch, comparison }) => ({
      name,
      ...(branch === undefined ? {} : { branch }),
      ...(comparison === undefined
        ? { outcome: "refused" }
        : { outcome: "compared", ...comparisonJson(comparison) }),
    })),
    ...jsonReport(findings),
  };
}

function comparisonJson({ clusters, units, unknown, guards }: Comparison) {
  return {
    clusters,
    effects: units.flatMap(({ effects }) => effects)
      .toSorted((a, b) => compareGravity(a.kind, b.kind)).map(effectJson),
    unknown: unknown.map(unknownJson),
    guards: guards.map(guardJson),
  };
}

function effectJson(effect: Effect) {
  const { fields, causes, ...rest } = effect;
  return {
    ...rest,
    fields: fields.map(fieldJson),
    causes: causes.map(causeJson),
  };
}

function causeJson({ file, line, field, object, side }: Cause) {
  return {
    file,
    line,
    field,
    ...(object === undefined ? {} : { object }),
    side,
  };
}

function fieldJson(change: FieldChange): Record<string, unknown> {
  const { path, before, after, within, order } = change;
  return {
    path: formatChangePath(path),
    ...(before === undefined ? {} : { before: jsonValue(before) }),
    ...(after === undefined ? {} : { after: jsonValue(after) }),
    ...(order === undefined ? {} : {
      order: {
        before: order.before.map(itemJson),
        after: order.after.map(itemJson),
      },
    }),
    ...(within === undefined ? {} : {
      within: {
        format: within.format,
        fields: within.fields.map(fieldJson),
      },
    }),
  };
}

function itemJson({ keys }: ListItem): Value {
  return jsonValue({ ...keys });
}

/** JSON readers lose the digits of large integers; as text they are kept. */
function jsonValue(value: Value): Value {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(jsonValue);
  if (!isMap(value)) return value;
  const copy: ValueMap = {};
  for (const [field, each] of Object.entries(value)) {
    setField(copy, field, jsonValue(each));
  }
  return copy;
}

function unknownJson({ unit, side, findings }: UnknownUnit) {
  return {
    unit: unit.kind === "root" ? "root" : unitKey(unit),
    side,
    findings: findings.map(({ rule, message }) => ({ id: rule.id, message })),
  };
}

/**
 * A guard in the form of JSON reports.
 *
 * @param outcome What became of it.
 * @returns The value.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const outcome = {
 *   guard: "clustersDeleted",
 *   limit: "at most 1 cluster deleted",
 *   state: "kept",
 *   effects: [],
 *   acknowledgements: [],
 * } as const;
 * assertEquals(guardJson(outcome).state, "kept");
 * ```
 */
export function guardJson({ effects, ...guard }: GuardOutcome) {
  return { ...guard, effects: effects.map(effectJson) };
}
