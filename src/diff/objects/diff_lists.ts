/**
 * What differs between two lists.
 *
 * @module
 */

import type { FieldChange, ListItem, Value } from "../../model/mod.ts";
import {
  type KeyedItems,
  type KeyFields,
  keyLists,
  listItem,
} from "./list_keys.ts";
import { inside } from "./inside.ts";
import { sameValue } from "./same_value.ts";

/** Compares two items of lists. */
type DiffItems = (before: Value, after: Value) => readonly FieldChange[];

/** How lists are compared. */
export interface DiffListsOptions {
  /** The name of the field that holds them, where it is one. */
  readonly field?: string;
  readonly diffItems: DiffItems;
}

/**
 * Compares two lists: item by item where something tells the items apart; by
 * position where as many items change as there were; as a whole otherwise.
 *
 * @param before The one list.
 * @param after The other list.
 * @param options Which lists they are, and how their items are compared.
 * @returns What differs.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { diffValues } from "./diff_values.ts";
 * const [a, b] = [{ name: "a" }, { name: "b" }];
 * const changes = diffLists([a], [b, a], { diffItems: diffValues });
 * assertEquals(changes, [{ path: [{ keys: { name: "b" } }], after: b, at: 0 }]);
 * ```
 */
export function diffLists(
  before: readonly Value[],
  after: readonly Value[],
  options: DiffListsOptions,
): readonly FieldChange[] {
  const keyed = keyLists(before, after, options);
  return keyed === undefined
    ? diffPositions(before, after, options)
    : diffKeyed(keyed, options);
}

function diffKeyed(
  { fields, before, after }: {
    fields: KeyFields;
    before: KeyedItems;
    after: KeyedItems;
  },
  { diffItems }: DiffListsOptions,
): readonly FieldChange[] {
  const changes: FieldChange[] = [...diffOrder(before, after, { fields })];
  for (const [key, item] of before) {
    const other = after.get(key);
    const step = () => listItem(item, fields);
    if (other === undefined) changes.push({ path: [step()], before: item });
    else {
      const within = diffItems(item, other);
      if (within.length > 0) changes.push(...inside(step(), within));
    }
  }
  let at = 0;
  for (const [key, item] of after) {
    if (!before.has(key)) {
      changes.push({ path: [listItem(item, fields)], after: item, at });
    }
    at += 1;
  }
  return changes;
}

/** Whether the items that both lists have change places. */
function diffOrder(
  before: KeyedItems,
  after: KeyedItems,
  { fields }: { fields: KeyFields },
): readonly FieldChange[] {
  const left = [...before.keys()].filter((key) => after.has(key));
  const right = [...after.keys()].filter((key) => before.has(key));
  if (left.every((key, index) => key === right[index])) return [];
  const items = (keys: readonly string[]): ListItem[] =>
    keys.map((key) => listItem(before.get(key)!, fields));
  return [{ path: [], order: { before: items(left), after: items(right) } }];
}

function diffPositions(
  before: readonly Value[],
  after: readonly Value[],
  { diffItems }: DiffListsOptions,
): readonly FieldChange[] {
  const { head, left, right } = trim(before, after);
  if (left.length === 0) {
    return right.map((item, index) => ({ path: [head + index], after: item }));
  }
  if (right.length === 0) {
    return left.map((item, index) => ({ path: [head + index], before: item }));
  }
  const isPairwise = left.length === right.length &&
    [...left, ...right].every(isContainer);
  if (!isPairwise) {
    return [{ path: [], before: [...before], after: [...after] }];
  }
  return left.flatMap((item, index) =>
    inside(head + index, diffItems(item, right[index]!))
  );
}

/** What is left of two lists without their common head and tail. */
function trim(before: readonly Value[], after: readonly Value[]) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && sameValue(before[head]!, after[head]!)) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    sameValue(before.at(-1 - tail)!, after.at(-1 - tail)!)
  ) tail += 1;
  return {
    head,
    left: before.slice(head, before.length - tail),
    right: after.slice(head, after.length - tail),
  };
}

function isContainer(value: Value): boolean {
  return typeof value === "object" && value !== null;
}
