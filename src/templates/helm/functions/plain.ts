/**
 * What writers of JSON, YAML and TOML see of a value.
 *
 * @module
 */

import { setField } from "../../../model/value.ts";
import { encodeBase64 } from "@std/encoding";
import { GoBytes } from "../go/bytes.ts";
import { GoTime } from "./dates/objects.ts";
import type { GoObject } from "../go/object.ts";
import { SizedInt } from "../go/sized_int.ts";
import type { GoMap, GoValue } from "../go/value.ts";

/** Data: a value without objects. */
export type PlainObject = bigint | string | GoValue[] | GoMap;

/**
 * The data that is written for an object.
 *
 * @param object The object.
 * @returns Its integer, bytes, text, elements or entries.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { SizedInt } from "../go/sized_int.ts";
 * assertEquals(plainObject(new SizedInt(3n)), 3n);
 * ```
 */
export function plainObject(object: GoObject): PlainObject {
  if (object instanceof SizedInt) return object.value;
  if (object instanceof GoTime) return object.marshal();
  if (object instanceof GoBytes) return encodeBase64(object.bytes);
  const entries = object.entries();
  if (object.kind === "slice") return entries.map(([, element]) => element);
  const text = object.text();
  if (object.kind === "struct" && text !== undefined) return text;
  const map: GoMap = {};
  for (const [key, value] of entries) setField(map, key, value);
  return map;
}
