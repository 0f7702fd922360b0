/**
 * The values of rendered objects that are other than before.
 *
 * @module
 */

import { type FieldPath, getField, isMap, type Value } from "../model/mod.ts";
import { leavesOf } from "./leaves.ts";

/** A value that is other than before. */
export interface Changed {
  readonly path: FieldPath;
  readonly before: Value;
  /** What it is now; `undefined` where it is gone. */
  readonly after: Value | undefined;
}

/** Takes the traces of a change out of a text, so that it can be compared. */
export type Undo = (text: string) => string;

/**
 * The values of an object that are other than before. What is new does not
 * count: only what was there can have come from somewhere.
 *
 * @param before The object as it was.
 * @param after The object as it is.
 * @param undo Takes the traces of the change out of keys and names.
 * @returns The values, in order.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const changed = changedLeaves({ a: 1, b: [1, 2] }, { b: [1, 3] }, (text) => text);
 * assertEquals([...changed].map(({ path, after }) => [path, after]), [
 *   [["a"], undefined],
 *   [["b", 1], 3],
 * ]);
 * ```
 */
export function* changedLeaves(
  before: Value,
  after: Value | undefined,
  undo: Undo,
): Generator<Changed> {
  yield* compare(before, after, { undo, path: [] });
}

interface At {
  readonly undo: Undo;
  readonly path: FieldPath;
}

function* compare(
  before: Value,
  after: Value | undefined,
  at: At,
): Generator<Changed> {
  if (before === after) return;
  if (isMap(before) && isMap(after)) {
    yield* compareMaps(before, after, at);
  } else if (Array.isArray(before) && Array.isArray(after)) {
    yield* compareLists(before, after, at);
  } else {
    for (const { path, value } of leavesOf(before)) {
      yield { path: [...at.path, ...path], before: value, after };
    }
  }
}

function* compareMaps(
  before: { [key: string]: Value },
  after: { [key: string]: Value },
  { undo, path }: At,
): Generator<Changed> {
  const keys = Object.keys(before);
  if (keys.length === 0 && Object.keys(after).length > 0) {
    yield { path, before, after };
  }
  const renamed = new Map(
    Object.keys(after).map((key) => [undo(key), key] as const),
  );
  for (const key of keys) {
    const other = Object.hasOwn(after, key) ? key : renamed.get(key);
    yield* compare(
      before[key] as Value,
      other === undefined ? undefined : getField(after, other),
      { undo, path: [...path, key] },
    );
  }
}

function* compareLists(
  before: readonly Value[],
  after: readonly Value[],
  { undo, path }: At,
): Generator<Changed> {
  if (before.length === 0 && after.length > 0) {
    yield { path, before: [], after: [...after] };
  }
  const partners = partnersOf(before, after, undo);
  for (const [index, item] of before.entries()) {
    const partner = partners[index];
    yield* compare(
      item,
      partner === undefined ? undefined : after[partner],
      { undo, path: [...path, index] },
    );
  }
}

/** An item that came or went moves the others; they are the same still. */
function partnersOf(
  before: readonly Value[],
  after: readonly Value[],
  undo: Undo,
): (number | undefined)[] {
  if (before.length === after.length) return [...before.keys()];
  const free = after.map((item) => nameOf(item, undo));
  return before.map((item) => {
    const index = free.indexOf(nameOf(item, undo));
    if (index < 0) return undefined;
    free[index] = "";
    return index;
  });
}

/** What tells an item from others: its name, or all of it. */
function nameOf(item: Value, undo: Undo): string {
  const name = getField(item, "name") ?? getField(item, "path");
  return typeof name === "string"
    ? `name ${undo(name)}`
    : `all ${
      [...leavesOf(item)].map(({ path, value }) =>
        `${path.join("/")}=${undo(String(value))}`
      ).join("\n")
    }`;
}
