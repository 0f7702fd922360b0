/**
 * Data cut down to what a Go type of Kubernetes holds.
 *
 * @module
 */

import { getField, isMap, type Value, type ValueMap } from "../../model/mod.ts";

/** How a field comes out of a Go type. */
export interface FieldRule {
  /** The fields of the map, or of each map of the list. */
  readonly fields?: GoType;
  /** Whether Go writes the field without a value too, and as what. */
  readonly absent?: Value;
  /** Whether Go writes an empty value that somebody gave. */
  readonly keepsEmpty?: boolean;
}

/** The fields of a Go type, by their JSON names. */
export type GoType = Readonly<Record<string, FieldRule>>;

/**
 * Cuts data down to the fields of a Go type, as decoding and encoding would:
 * fields it does not have go, empty ones go unless the type keeps them.
 *
 * @param value The data.
 * @param type The Go type.
 * @returns What Go would write.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const type = { level: { absent: "" }, users: {} };
 * assertEquals(keepFields({ users: [], other: 1 }, type), { level: "" });
 * ```
 */
export function keepFields(value: Value | undefined, type: GoType): ValueMap {
  const kept: ValueMap = {};
  for (const [key, rule] of Object.entries(type)) {
    const field = keepField(getField(value, key), rule);
    if (field !== undefined) kept[key] = field;
  }
  return kept;
}

function keepField(
  value: Value | undefined,
  rule: FieldRule,
): Value | undefined {
  const { fields, absent } = rule;
  if (value === undefined || value === null) return absent;
  const kept = fields === undefined
    ? value
    : Array.isArray(value)
    ? value.map((item) => keepFields(item, fields))
    : keepFields(value, fields);
  return isEmpty(kept) && rule.keepsEmpty !== true ? absent : kept;
}

function isEmpty(value: Value): boolean {
  return value === "" || value === false || value === 0 ||
    (Array.isArray(value) && value.length === 0) ||
    (isMap(value) && Object.keys(value).length === 0);
}
