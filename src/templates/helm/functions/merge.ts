/**
 * The merging of maps as dario.cat/mergo does it for Sprig.
 *
 * @module
 */

import { setField } from "../../../model/value.ts";
import type { Run } from "../go/function.ts";
import { getEntry, type GoMap, type GoValue, isGoMap } from "../go/value.ts";
import { isEmpty } from "./kind.ts";

/** How to merge. */
export interface MergeOptions {
  /** Whether a value takes the place of one that is there and not empty. */
  readonly overwrite: boolean;
  readonly run: Run;
}

/**
 * Merges one map into another, which is changed, and so are the maps in it.
 *
 * @param target The map to change.
 * @param source The map whose entries are added. Maps are merged; of lists and
 * of everything else one is taken as a whole.
 * @param options How to merge.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { FREE_RUN } from "./testing.ts";
 * const target = { a: { b: 1, c: 0 } };
 * merge(target, { a: { b: 2, c: 3 } }, { overwrite: false, run: FREE_RUN });
 * assertEquals(target, { a: { b: 1, c: 3 } });
 * ```
 */
export function merge(
  target: GoMap,
  source: GoMap,
  options: MergeOptions,
): void {
  for (const key of Object.keys(source)) {
    options.run.step();
    const before = getEntry(target, key);
    const value = mergeEntry(before, source[key], options);
    if (value !== undefined) setField(target, key, value);
  }
}

/** What an entry becomes; `undefined` where it stays. */
function mergeEntry(
  before: GoValue,
  added: GoValue,
  options: MergeOptions,
): GoValue {
  if (added === null || added === undefined) {
    return options.overwrite ? null : undefined;
  }
  if (isGoMap(added) && isGoMap(before)) {
    merge(before, added, options);
    if (!isEmpty(before)) return undefined;
  }
  return options.overwrite || isEmpty(before) ? added : undefined;
}
