/**
 * Functions on maps.
 *
 * @module
 */

import { setField } from "../../../model/value.ts";
import { GoFailure } from "../go/failure.ts";
import type { GoFunction, Run } from "../go/function.ts";
import { typeName } from "../go/type_name.ts";
import { getEntry, type GoMap, type GoValue, isGoMap } from "../go/value.ts";
import { deepCopy } from "./deep_copy.ts";
import { fn, type Functions, variadic } from "./define.ts";
import { merge } from "./merge.ts";
import { isNilMap, nilMap } from "./nil.ts";
import { compareTexts, strings, textOf } from "./text_of.ts";

const MERGE = merging(false);
const MERGE_OVERWRITE = merging(true);
const DEEP_COPY = fn(["any"], ([value], run) => {
  if (value !== null && value !== undefined) return deepCopy(value, run);
  throw new GoFailure("reflect: call of reflect.Value.Type on zero Value");
});

/** Functions on maps. */
export const DICTS: Functions = {
  dict: variadic(["any"], (_, pairs) => dict(pairs)),
  get: fn(
    ["map", "string"],
    ([map, key]) => hasKey(map, key) ? getEntry(map, key) : "",
  ),
  set: fn(["map", "string", "any"], ([map, key, value]) => {
    if (map === null || isNilMap(map)) {
      throw new GoFailure("assignment to entry in nil map");
    }
    setField(map, key, value);
    return map;
  }),
  unset: fn(["map", "string"], ([map, key]) => {
    if (map === null) return nilMap();
    delete map[key];
    return map;
  }),
  hasKey: fn(["map", "string"], ([map, key]) => hasKey(map, key)),
  pluck: variadic(
    ["string", "map"],
    ([key], maps) =>
      maps.filter((map) => hasKey(map, key)).map((map) => getEntry(map, key)),
  ),
  keys: variadic(
    ["map"],
    (_, maps, run) => strings(maps.flatMap((map) => sortedKeys(map, run))),
  ),
  values: fn(
    ["map"],
    ([map], run) => sortedKeys(map, run).map((key) => getEntry(map ?? {}, key)),
  ),
  pick: variadic(
    ["map", "string"],
    ([map], keys, run) => select(map, run, (key) => keys.includes(key)),
  ),
  omit: variadic(
    ["map", "string"],
    ([map], keys, run) => select(map, run, (key) => !keys.includes(key)),
  ),
  merge: MERGE,
  mustMerge: MERGE,
  mergeOverwrite: MERGE_OVERWRITE,
  mustMergeOverwrite: MERGE_OVERWRITE,
  deepCopy: DEEP_COPY,
  mustDeepCopy: DEEP_COPY,
  dig: variadic(["any"], (_, args) => dig(args)),
};

function hasKey(map: GoMap | null, key: string): map is GoMap {
  return map !== null && Object.hasOwn(map, key);
}

/** Go gives them in any order; ours is that of their bytes. */
function sortedKeys(map: GoMap | null, run: Run): string[] {
  const keys = Object.keys(map ?? {});
  run.step(keys.length / 8);
  return keys.sort(compareTexts);
}

function dict(pairs: readonly GoValue[]): GoMap {
  const map: GoMap = {};
  for (let at = 0; at < pairs.length; at += 2) {
    const value = at + 1 < pairs.length ? pairs[at + 1] : "";
    setField(map, textOf(pairs[at]), value);
  }
  return map;
}

function select(
  map: GoMap | null,
  run: Run,
  accepts: (key: string) => boolean,
): GoMap {
  const selected: GoMap = {};
  for (const key of sortedKeys(map, run)) {
    if (accepts(key)) setField(selected, key, getEntry(map ?? {}, key));
  }
  return selected;
}

function merging(overwrite: boolean): GoFunction {
  return variadic(["map", "map"], ([target], sources, run) => {
    let merged = target;
    for (const source of sources) {
      if (source === null) continue;
      merged ??= {};
      merge(merged, source, { overwrite, run });
    }
    return merged ?? nilMap();
  });
}

/** The value at a path of keys, or the default where a key is missing. */
function dig(args: readonly GoValue[]): GoValue {
  if (args.length < 3) {
    throw new GoFailure("dig needs at least three arguments");
  }
  const keys = args.slice(0, -2);
  let here = asMap(args.at(-1));
  keys.forEach((key) => asString(key));
  for (const [index, key] of keys.entries()) {
    if (!hasKey(here, key as string)) return args.at(-2);
    const value = getEntry(here, key as string);
    if (index === keys.length - 1) return value;
    here = asMap(value);
  }
  return here;
}

function asMap(value: GoValue): GoMap {
  if (isGoMap(value) && typeName(value) === "map[string]interface {}") {
    return value;
  }
  throw conversion(value, "map[string]interface {}");
}

function asString(value: GoValue): string {
  if (typeof value === "string") return value;
  throw conversion(value, "string");
}

function conversion(value: GoValue, wanted: string): GoFailure {
  const actual = value === null || value === undefined
    ? "nil"
    : typeName(value);
  return new GoFailure(
    `interface conversion: interface {} is ${actual}, not ${wanted}`,
  );
}
