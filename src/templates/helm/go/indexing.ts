/**
 * Go templates' `index`, `slice` and `len`.
 *
 * @module
 */

import { byteLength, sliceBytes, toBytes } from "./byte_string.ts";
import { GoBytes } from "./bytes.ts";
import { GoFailure } from "./failure.ts";
import { ABSENT, GoObject } from "./object.ts";
import { integerOf, SizedInt } from "./sized_int.ts";
import { elementType, pointedType, typeName, withType } from "./type_name.ts";
import { getEntry, type GoMap, type GoValue } from "./value.ts";

/**
 * Goes into a value, step by step.
 *
 * @param item The value.
 * @param indexes The keys and positions.
 * @returns What is there.
 * @throws {GoFailure} If a step is not possible.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(indexInto({ a: ["b"] }, ["a", 0n]), "b");
 * ```
 */
export function indexInto(
  item: GoValue,
  indexes: readonly GoValue[],
): GoValue {
  if (item === null || item === undefined) {
    throw new GoFailure("index of untyped nil");
  }
  let here: GoValue = item;
  for (const index of indexes) {
    if (here === null || here === undefined) {
      throw new GoFailure("index of nil pointer");
    }
    here = step(here, index);
  }
  return here;
}

function step(item: GoValue, index: GoValue): GoValue {
  if (typeof item === "string") return byteAt(toBytes(item), index, "string");
  if (Array.isArray(item)) {
    return item[positionIn(index, item.length, "slice")] ?? null;
  }
  if (item instanceof GoBytes) return byteAt(item.bytes, index, "slice");
  if (item instanceof SizedInt || typeof item !== "object") throw noIndex(item);
  if (item instanceof GoObject) return entryOf(item as GoObject, index);
  return lookUp(item as GoMap, index);
}

function lookUp(map: GoMap, index: GoValue): GoValue {
  const zero = elementType(map) === "string" ? "" : null;
  return getEntry(map, keyOf(index)) ?? zero;
}

function entryOf(object: GoObject, index: GoValue): GoValue {
  if (object.kind === "slice") {
    const entries = object.entries();
    return entries[positionIn(index, entries.length, "slice")]?.[1];
  }
  if (object.kind !== "map") throw noIndex(object);
  const value = object.field(keyOf(index));
  return value === ABSENT ? null : value;
}

function noIndex(item: GoValue): GoFailure {
  return new GoFailure(`can't index item of type ${pointedType(item)}`);
}

function keyOf(index: GoValue): string {
  if (typeof index === "string") return index;
  throw new GoFailure(
    index === null || index === undefined
      ? "value is nil; should be of type string"
      : `value has type ${typeName(index)}; should be string`,
  );
}

function byteAt(bytes: Uint8Array, index: GoValue, what: string): SizedInt {
  const byte = bytes[positionIn(index, bytes.length, what)];
  return new SizedInt(BigInt(byte ?? 0), "uint8");
}

/** The position right behind the end passes the first of Go's two checks. */
function positionIn(index: GoValue, length: number, what: string): number {
  const position = boundIn(index, length);
  if (position === length) {
    throw new GoFailure(`reflect: ${what} index out of range`);
  }
  return position;
}

function boundIn(index: GoValue, capacity: number): number {
  const position = integerOf(index);
  if (position === undefined) {
    const what = index === null || index === undefined
      ? "nil"
      : `type ${typeName(index)}`;
    throw new GoFailure(`cannot index slice/array with ${what}`);
  }
  if (position < 0n || position > BigInt(capacity)) {
    throw new GoFailure(`index out of range: ${position}`);
  }
  return Number(position);
}

/**
 * Takes a part of a string or list.
 *
 * @param item The string or list.
 * @param indexes Its bounds, none to three.
 * @returns The part; of a string, by bytes.
 * @throws {GoFailure} If there is no such part.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(sliceOf("abc", [1n]), "bc");
 * ```
 */
export function sliceOf(
  item: GoValue,
  indexes: readonly GoValue[],
): GoValue {
  if (item === null || item === undefined) {
    throw new GoFailure("slice of untyped nil");
  }
  if (indexes.length > 3) {
    throw new GoFailure(`too many slice indexes: ${indexes.length}`);
  }
  const capacity = sliceCapacity(item, indexes.length);
  const bounds = indexes.map((index) => boundIn(index, capacity));
  const [start = 0, end = capacity, most = end] = bounds;
  if (start > end) {
    throw new GoFailure(`invalid slice index: ${start} > ${end}`);
  }
  if (end > most) throw new GoFailure(`invalid slice index: ${end} > ${most}`);
  if (typeof item === "string") return sliceBytes(item, start, end);
  if (item instanceof GoBytes) return new GoBytes(item.bytes.slice(start, end));
  const list = item as GoValue[];
  return withType(list.slice(start, end), typeName(list));
}

function sliceCapacity(item: GoValue, count: number): number {
  if (typeof item === "string") {
    if (count === 3) throw new GoFailure("cannot 3-index slice a string");
    return byteLength(item);
  }
  if (Array.isArray(item)) return item.length;
  if (item instanceof GoBytes) return item.bytes.length;
  throw new GoFailure(`can't slice item of type ${pointedType(item)}`);
}

/**
 * Go's `len`.
 *
 * @param item A string, list or map.
 * @returns Its length; of a string, in bytes.
 * @throws {GoFailure} If it is of another type.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(lengthOf("é"), 2n);
 * ```
 */
export function lengthOf(item: GoValue): bigint {
  if (item === null) throw new GoFailure("len of nil pointer");
  if (item === undefined) {
    throw new GoFailure("reflect: call of reflect.Value.Type on zero Value");
  }
  return BigInt(sizeOf(item));
}

function sizeOf(item: GoValue): number {
  if (typeof item === "string") return byteLength(item);
  if (Array.isArray(item)) return item.length;
  if (item instanceof GoObject && item.kind !== "struct") {
    return item.entries().length;
  }
  if (typeof item !== "object" || item instanceof GoObject) {
    throw new GoFailure(`len of type ${pointedType(item)}`);
  }
  return Object.keys(item as GoMap).length;
}
