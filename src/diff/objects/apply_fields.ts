/**
 * Changes of fields, put into effect.
 *
 * @module
 */

import {
  type ChangeStep,
  type FieldChange,
  isMap,
  setField,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";
import { itemKey, itemsLike } from "./list_keys.ts";

/** The changes below one field or item of a value. */
interface Part {
  readonly step: ChangeStep;
  readonly changes: readonly FieldChange[];
}

/**
 * Applies what `diffValues` says of a value to that value.
 *
 * @param value The value as it was.
 * @param changes What differs.
 * @param options The name of the field that holds it, where it is one.
 * @returns The value as it is; `undefined` where the changes remove it.
 * @throws {RangeError} If a change is about an item that the value has not.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(applyFields({ a: 1 }, [{ path: ["b"], after: 2 }]), { a: 1, b: 2 });
 * ```
 */
export function applyFields(
  value: Value,
  changes: readonly FieldChange[],
  options: { field?: string } = {},
): Value | undefined {
  const whole = changes.find(({ path, order }) => path.length === 0 && !order);
  if (whole !== undefined) return whole.after;
  if (Array.isArray(value)) return applyToList(value, changes, options);
  if (isMap(value)) return applyToMap(value, changes);
  return value;
}

function applyToMap(
  value: ValueMap,
  changes: readonly FieldChange[],
): ValueMap {
  const result: ValueMap = {};
  const parts = new Map(
    partsOf(changes).map(({ step, changes }) => [step, changes]),
  );
  const fields = new Set<ChangeStep>([...Object.keys(value), ...parts.keys()]);
  for (const field of fields) {
    if (typeof field !== "string") continue;
    const before = Object.hasOwn(value, field) ? value[field]! : null;
    const after = applyFields(before, parts.get(field) ?? [], { field });
    if (after !== undefined) setField(result, field, after);
  }
  return result;
}

function applyToList(
  list: readonly Value[],
  changes: readonly FieldChange[],
  options: { field?: string },
): Value[] {
  const items = new Map<string, Value>(
    list.map((item, index) => [String(index), item]),
  );
  const added: { at: number; item: Value }[] = [];
  for (const { step, changes: within } of partsOf(changes)) {
    const [first] = within;
    if (
      first?.path.length === 0 && first.before === undefined && !first.order
    ) {
      added.push({ at: placeOf(step, first), item: first.after! });
      continue;
    }
    const index = indexOf(list, step, options);
    const after = applyFields(list[index]!, within);
    if (after === undefined) items.delete(String(index));
    else items.set(String(index), after);
  }
  const order = changes.find(({ order }) => order)?.order?.after;
  const result = order === undefined
    ? [...items.values()]
    : order.map((item) => items.get(String(indexOf(list, item, options)))!);
  for (const { at, item } of added) result.splice(at, 0, item);
  return result;
}

function placeOf(step: ChangeStep, { at }: FieldChange): number {
  if (typeof step === "number") return step;
  if (at !== undefined) return at;
  throw new RangeError("Cannot add an item: the change does not say where");
}

function indexOf(
  list: readonly Value[],
  step: ChangeStep,
  options: { field?: string },
): number {
  if (typeof step === "number" && step < list.length) return step;
  const items = typeof step === "object"
    ? itemsLike(list, step, options)
    : undefined;
  const index = items && typeof step === "object"
    ? [...items.keys()].indexOf(itemKey(step))
    : -1;
  if (index >= 0) return index;
  throw new RangeError("Cannot change an item: the list does not have it");
}

/** The changes by their first step, in the order in which they stand. */
function partsOf(changes: readonly FieldChange[]): readonly Part[] {
  const parts = new Map<string, { step: ChangeStep; changes: FieldChange[] }>();
  for (const change of changes) {
    const [step, ...path] = change.path;
    if (step === undefined) continue;
    const key = typeof step === "object" ? itemKey(step) : step;
    const part = parts.get(String(key)) ?? { step, changes: [] };
    part.changes.push({ ...change, path });
    parts.set(String(key), part);
  }
  return [...parts.values()];
}
