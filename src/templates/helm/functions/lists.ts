/**
 * Functions that make lists of values and of lists.
 *
 * @module
 */

import { GoFailure } from "../go/failure.ts";
import type { GoFunction, Run } from "../go/function.ts";
import type { GoValue } from "../go/value.ts";
import { deepEqual } from "./deep_equal.ts";
import { fn, type Functions, variadic } from "./define.ts";
import { elementsOf, isEmpty, kindName } from "./kind.ts";
import { nilList } from "./nil.ts";

const LIST = variadic(["any"], (_, values) => values);
const APPEND = fn(["any", "any"], ([list, value], run) => {
  return [...elements(list, { verb: "push on", run }), value];
});
const PREPEND = fn(["any", "any"], ([list, value], run) => {
  return [value, ...elements(list, { verb: "prepend on", run })];
});
const REVERSE = mapping(
  "find reverse on",
  (list) => list.toReversed(),
);
const COMPACT = mapping(
  "compact on",
  (list) => list.filter((element) => !isEmpty(element)),
);
const UNIQ = mapping("find uniq on", (list, run) => {
  const found: GoValue[] = [];
  for (const element of list) {
    if (!includes(found, element, run)) found.push(element);
  }
  return found;
});
const WITHOUT = variadic(
  ["any", "any"],
  ([list], omitted, run) =>
    elements(list, { verb: "find without on", run })
      .filter((element) => !includes(omitted, element, run)),
);
const HAS = fn(
  ["any", "any"],
  ([value, list], run) =>
    list !== null && list !== undefined &&
    includes(elements(list, { verb: "find has on", run }), value, run),
);

/** Functions that make lists of values and of lists. */
export const LISTS: Functions = {
  list: LIST,
  tuple: LIST,
  append: APPEND,
  mustAppend: APPEND,
  push: APPEND,
  mustPush: APPEND,
  prepend: PREPEND,
  mustPrepend: PREPEND,
  reverse: REVERSE,
  mustReverse: REVERSE,
  compact: COMPACT,
  mustCompact: COMPACT,
  uniq: UNIQ,
  mustUniq: UNIQ,
  without: WITHOUT,
  mustWithout: WITHOUT,
  has: HAS,
  mustHas: HAS,
  concat: variadic(["any"], (_, lists, run) => concat(lists, run)),
};

function mapping(
  verb: string,
  map: (list: GoValue[], run: Run) => GoValue[],
): GoFunction {
  return fn(["any"], ([list], run) => map(elements(list, { verb, run }), run));
}

function elements(
  list: GoValue,
  { verb, run }: { readonly verb: string; readonly run: Run },
): GoValue[] {
  const found = elementsOf(list);
  if (found === undefined) {
    throw new GoFailure(`Cannot ${verb} type ${kindName(list)}`);
  }
  run.step(found.length);
  return found;
}

function includes(
  list: readonly GoValue[],
  value: GoValue,
  run: Run,
): boolean {
  run.step(list.length);
  return list.some((element) => deepEqual(element, value, run));
}

function concat(lists: readonly GoValue[], run: Run): GoValue {
  const all = lists.flatMap((list) => {
    const found = elementsOf(list);
    if (found === undefined) {
      throw new GoFailure(`Cannot concat type ${kindName(list)} as list`);
    }
    run.step(found.length);
    return found;
  });
  return all.length === 0 ? nilList() : all;
}
