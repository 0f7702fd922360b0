/**
 * Functions that take lists apart.
 *
 * @module
 */

import { GoFailure } from "../go/failure.ts";
import { typeName, withType } from "../go/type_name.ts";
import type { GoValue } from "../go/value.ts";
import { toInteger } from "./convert.ts";
import { fn, type Functions, variadic } from "./define.ts";
import { elementsOf, kindName } from "./kind.ts";
import { nilList } from "./nil.ts";

const FIRST = part("first", (list) => list[0] ?? null);
const LAST = part("last", (list) => list.at(-1) ?? null);
const REST = part("rest", (list) => isNone(list) ?? list.slice(1));
const INITIAL = part("initial", (list) => isNone(list) ?? list.slice(0, -1));
const SLICE = variadic(
  ["any", "any"],
  ([list], indices) => slice(list, indices),
);
const CHUNK = fn(
  ["int", "any"],
  ([size, list]) => chunk(list, Number(size)),
);

/** Functions that take lists apart. */
export const LIST_PARTS: Functions = {
  first: FIRST,
  mustFirst: FIRST,
  last: LAST,
  mustLast: LAST,
  rest: REST,
  mustRest: REST,
  initial: INITIAL,
  mustInitial: INITIAL,
  slice: SLICE,
  mustSlice: SLICE,
  chunk: CHUNK,
  mustChunk: CHUNK,
};

function part(name: string, take: (list: GoValue[]) => GoValue) {
  return fn(["any"], ([list]) => {
    const elements = elementsOf(list);
    if (elements !== undefined) return take(elements);
    throw new GoFailure(`Cannot find ${name} on type ${kindName(list)}`);
  });
}

/** What is left of a list without elements is nil. */
function isNone(list: GoValue[]): GoValue[] | undefined {
  return list.length === 0 ? nilList() : undefined;
}

function slice(list: GoValue, indices: readonly GoValue[]): GoValue {
  const elements = elementsOf(list);
  if (elements === undefined) {
    throw new GoFailure(
      `list should be type of slice or array but ${kindName(list)}`,
    );
  }
  if (elements.length === 0) return null;
  const start = Number(toInteger(indices[0]));
  const end = indices.length < 2
    ? elements.length
    : Number(toInteger(indices[1]));
  if (start < 0 || start > end || end > elements.length) {
    throw new GoFailure("reflect.Value.Slice: slice index out of bounds");
  }
  return withType(elements.slice(start, end), typeName(list));
}

function chunk(list: GoValue, size: number): GoValue {
  const elements = elementsOf(list);
  if (elements === undefined) {
    throw new GoFailure(`Cannot chunk type ${kindName(list)}`);
  }
  const count = Math.floor((elements.length - 1) / size) + 1;
  checkLength(count);
  const chunks: GoValue[] = [];
  for (let at = 0; at < count; at++) {
    const rest = elements.length % size || size;
    const length = at === count - 1 ? rest : size;
    checkLength(length);
    chunks.push(elements.slice(at * size, at * size + length));
  }
  return withType(chunks, "[][]interface {}");
}

function checkLength(length: number): void {
  if (length >= 0 && Number.isFinite(length)) return;
  throw new GoFailure("runtime error: makeslice: len out of range");
}
