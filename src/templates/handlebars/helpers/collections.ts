/**
 * Helpers for lists and maps.
 *
 * @module
 */

import {
  getField,
  isMap,
  setField,
  type Value,
  type ValueMap,
} from "../../../model/mod.ts";
import {
  ArgumentError,
  type Helpers,
  listOf,
  mapOf,
  textOf,
} from "./helper.ts";
import { isTruthy } from "./logic.ts";

/** Helpers for lists and maps. */
export const COLLECTION_HELPERS: Helpers = {
  has: {
    arity: [2, 2],
    call: ([value, path]) => follow(value, path) !== undefined,
  },
  get: {
    arity: [2, 3],
    call: ([value, path, fallback = null]) => follow(value, path) ?? fallback,
  },
  list: { arity: [0, Infinity], call: (args) => [...args] },
  dict: { arity: [0, Infinity], hash: "any", call: makeMap },
  merge: {
    arity: [2, Infinity],
    call: (args) => args.map(mapOf).reduce(merge),
  },
  omit: {
    arity: [2, Infinity],
    call: ([map, ...keys]) => omit(mapOf(map), keys.map(textOf)),
  },
  append: {
    arity: [2, Infinity],
    call: ([list, ...items]) => [...listOf(list), ...items],
  },
  extend: { arity: [1, Infinity], call: (args) => args.flatMap(listOf) },
  keys: { arity: [1, 1], call: ([map]) => Object.keys(mapOf(map)).sort() },
  values: {
    arity: [1, 1],
    call: ([map]) => {
      const from = mapOf(map);
      return Object.keys(from).sort().map((key) => from[key] as Value);
    },
  },
  compact: {
    arity: [1, 1],
    call: ([list]) => listOf(list).filter(isTruthy),
  },
  first: { arity: [1, 1], call: ([list]) => firstOf(listOf(list)) },
  size: { arity: [1, 1], call: ([value]) => sizeOf(value ?? null) },
  includes: {
    arity: [2, 2],
    call: ([list, item]) => listOf(list).includes(item ?? null),
  },
};

/** Follows `a.b.0`, or a list of keys; null counts as absent. */
function follow(
  value: Value | undefined,
  path: Value | undefined,
): Value | undefined {
  const steps = Array.isArray(path)
    ? path.map(textOf)
    : textOf(path).split(".");
  let here = value;
  for (const step of steps) {
    here = Array.isArray(here)
      ? (/^\d+$/.test(step) ? here[Number(step)] : undefined)
      : getField(here, step);
  }
  return here ?? undefined;
}

/** From keys and values in turn, and from named arguments. */
function makeMap(args: readonly Value[], hash: ValueMap): ValueMap {
  const map: ValueMap = {};
  for (let i = 0; i < args.length; i += 2) {
    const value = args[i + 1];
    if (value === undefined) throw new ArgumentError(null, "a value");
    setField(map, textOf(args[i]), value);
  }
  return { ...map, ...hash };
}

/** Maps are merged key by key; elsewhere the later value wins. */
function merge(base: ValueMap, over: ValueMap): ValueMap {
  const merged = { ...base };
  for (const key of Object.keys(over)) {
    const before = getField(base, key);
    const after = over[key] as Value;
    const both = isMap(before) && isMap(after);
    setField(merged, key, both ? merge(before, after) : after);
  }
  return merged;
}

function omit(map: ValueMap, keys: readonly string[]): ValueMap {
  const kept = { ...map };
  for (const key of keys) delete kept[key];
  return kept;
}

function firstOf(list: Value[]): Value {
  const [first] = list;
  if (first === undefined) throw new ArgumentError(list, "a list with items");
  return first;
}

function sizeOf(value: Value): number {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  if (isMap(value)) return Object.keys(value).length;
  throw new ArgumentError(value, "a list, map or text");
}
