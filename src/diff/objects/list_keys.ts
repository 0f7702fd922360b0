/**
 * What tells the items of a list apart.
 *
 * @module
 */

import { getField, type ListItem, type Value } from "../../model/mod.ts";
import { MERGE_KEYS } from "./merge_keys.ts";

/** Fields that tell items apart; all items have the first one. */
export type KeyFields = readonly [string, ...string[]];

/** The items of a list by their keys as text, in the order of the list. */
export type KeyedItems = ReadonlyMap<string, Value>;

const BY_NAME = [["name"]] as const;

/**
 * Tells the items of two lists apart.
 *
 * @param before The one list.
 * @param after The other list.
 * @param options The name of the field that holds them.
 * @returns The fields that do it and both lists by them, or `undefined` where
 * no fields are unique in both.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const http = { containerPort: 80 };
 * const found = keyLists([], [http], { field: "ports" });
 * assertEquals(found?.fields, ["containerPort", "protocol"]);
 * assertEquals([...found?.after.values() ?? []], [http]);
 * ```
 */
export function keyLists(
  before: readonly Value[],
  after: readonly Value[],
  options: { field?: string | undefined },
):
  | { fields: KeyFields; before: KeyedItems; after: KeyedItems }
  | undefined {
  for (const fields of candidates(options.field)) {
    const left = keyItems(before, fields);
    const right = left && keyItems(after, fields);
    if (left && right) return { fields, before: left, after: right };
  }
  return undefined;
}

/**
 * Tells the items of a list apart by what is known of one of them.
 *
 * @param list The list.
 * @param item What is known of the item.
 * @param options The name of the field that holds the list.
 * @returns The list by the fields that such an item is known by; `undefined`
 * where they are not unique.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const items = itemsLike([{ name: "a" }], { keys: { name: "b" } }, {});
 * assertEquals([...items?.values() ?? []], [{ name: "a" }]);
 * ```
 */
export function itemsLike(
  list: readonly Value[],
  item: ListItem,
  options: { field?: string | undefined },
): KeyedItems | undefined {
  const fields = candidates(options.field)
    .find(([first]) => Object.hasOwn(item.keys, first));
  return fields && keyItems(list, fields);
}

/**
 * What an item is known by.
 *
 * @param item The item.
 * @param fields The fields that tell it from others.
 * @returns Those of the fields that it has.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const item = { name: "cilium", values: "a: 1" };
 * assertEquals(listItem(item, ["name", "namespace"]), { keys: { name: "cilium" } });
 * ```
 */
export function listItem(item: Value, fields: readonly string[]): ListItem {
  const keys: Record<string, Value> = {};
  for (const field of fields) {
    const value = getField(item, field);
    if (value !== undefined) keys[field] = value;
  }
  return { keys };
}

/**
 * The keys of an item as text.
 *
 * @param item What the item is known by.
 * @returns A text that no item with other keys has.
 *
 * @example
 * ```ts
 * import { assertNotEquals } from "@std/assert";
 * assertNotEquals(itemKey({ keys: { port: 80 } }), itemKey({ keys: { port: "80" } }));
 * ```
 */
export function itemKey({ keys }: ListItem): string {
  return Object.entries(keys).map(([field, value]) =>
    `${field}=${typeof value === "string" ? JSON.stringify(value) : value}`
  ).join();
}

function candidates(field: string | undefined): readonly KeyFields[] {
  const rows = field !== undefined && Object.hasOwn(MERGE_KEYS, field)
    ? MERGE_KEYS[field]!
    : [];
  const isNamed = rows.some(([first]) => first === "name");
  return (isNamed ? rows : [...rows, ...BY_NAME]) as readonly KeyFields[];
}

function keyItems(
  list: readonly Value[],
  fields: KeyFields,
): KeyedItems | undefined {
  const items = new Map<string, Value>();
  for (const item of list) {
    if (getField(item, fields[0]) === undefined) return undefined;
    const known = listItem(item, fields);
    if (Object.values(known.keys).some((value) => !isKey(value))) {
      return undefined;
    }
    items.set(itemKey(known), item);
  }
  return items.size === list.length ? items : undefined;
}

function isKey(value: Value): boolean {
  return value !== null && typeof value !== "object";
}
