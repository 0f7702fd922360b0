/**
 * Changed fields as lines of text.
 *
 * @module
 */

import {
  type FieldChange,
  formatChangePath,
  isMap,
  type ListItem,
  type Value,
} from "../../model/mod.ts";

/** More fields than these are counted. */
const MOST_FIELDS = 12;

/** Longer values are cut. */
const LONGEST = 72;

/**
 * Writes changed fields, a line each.
 *
 * @param fields The fields.
 * @returns The lines; of many fields the first ones.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(fieldLines([{ path: ["spec", "replicas"], before: 1, after: 3 }]), [
 *   "  spec.replicas: 1 → 3",
 * ]);
 * ```
 */
export function fieldLines(fields: readonly FieldChange[]): string[] {
  const lines = fields.flatMap((field) => fieldText(field, ""));
  const shown = lines.length <= MOST_FIELDS ? lines : [
    ...lines.slice(0, MOST_FIELDS),
    `and ${lines.length - MOST_FIELDS} more`,
  ];
  return shown.map((line) => `  ${line}`);
}

function fieldText(change: FieldChange, prefix: string): string[] {
  const { path, before, after, within, order } = change;
  const where = prefix + formatChangePath(path);
  if (within !== undefined && within.fields.length > 0) {
    return within.fields.flatMap((field) => fieldText(field, `${where} » `));
  }
  if (order !== undefined) {
    return [`${where}: ${items(order.before)} → ${items(order.after)}`];
  }
  if (before === undefined) return [`${where}: + ${short(after!)}`];
  if (after === undefined) return [`${where}: - ${short(before)}`];
  return [`${where}: ${short(before)} → ${short(after)}`];
}

function items(list: readonly ListItem[]): string {
  const names = list.map(({ keys }) => Object.values(keys).join("/"));
  return clip(names.join(", "));
}

function short(value: Value): string {
  return clip(
    typeof value === "string" && /^[^\s"']+(?: [^\s"']+)*$/.test(value)
      ? value
      : flow(value),
  );
}

function flow(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (!isMap(value)) {
    return typeof value === "string" ? JSON.stringify(value) : String(value);
  }
  const fields = Object.entries(value).map(([key, each]) =>
    `${key}: ${flow(each)}`
  );
  return `{${fields.join(", ")}}`;
}

function clip(text: string): string {
  const characters = [...text.slice(0, 4 * LONGEST)];
  return characters.length <= LONGEST
    ? text
    : `${characters.slice(0, LONGEST - 1).join("")}…`;
}
