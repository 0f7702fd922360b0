/**
 * Objects that got another name.
 *
 * @module
 */

import {
  groupOf,
  isMap,
  type Manifest,
  setField,
  type Value,
  type ValueMap,
} from "../../model/mod.ts";
import { countLeaves, similarity } from "./similarity.ts";

/** An object and what took its place. */
export interface Rename {
  readonly before: Manifest;
  readonly after: Manifest;
}

/** How alike two objects are to be, of 1. */
const LEAST_SIMILARITY = 0.8;

/** Smaller objects are alike without one having to do with the other. */
const LEAST_LEAVES = 3;

/** Where more pairs than these are possible, only name stems are compared. */
const MOST_PAIRS = 400;

/** Names that end with a digest of the content, as machine templates have. */
const HASH_SUFFIX =
  /^(.+)-(?=[a-z]*\d)(?:[0-9a-f]{6,64}|[bcdf-hj-np-tv-xz2456789]{5,10})$/;

/**
 * Finds renamed objects: of the same kind and namespace, and either with names
 * that differ in a digest at their end, or with nearly the same content.
 *
 * @param removed Objects that are gone.
 * @param added Objects that are new.
 * @returns The renames; no object is in two of them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const template = { apiVersion: "v1", kind: "AWSMachineTemplate" };
 * const before = { ...template, metadata: { name: "eu1-cp-mt-2c26b46b" } };
 * const after = { ...template, metadata: { name: "eu1-cp-mt-fcde2b2e" } };
 * assertEquals(findRenames([before], [after]), [{ before, after }]);
 * ```
 */
export function findRenames(
  removed: readonly Manifest[],
  added: readonly Manifest[],
): readonly Rename[] {
  if (removed.length === 0 || added.length === 0) return [];
  const after = Map.groupBy(added, placeOf);
  return [...Map.groupBy(removed, placeOf)].flatMap(([place, before]) => {
    const others = after.get(place);
    return others === undefined ? [] : renamesOfOneKind(before, others);
  });
}

function placeOf({ apiVersion, kind, metadata }: Manifest): string {
  return `${groupOf(apiVersion)}/${kind}/${metadata.namespace ?? ""}`;
}

function renamesOfOneKind(
  removed: readonly Manifest[],
  added: readonly Manifest[],
): readonly Rename[] {
  const byStem = renamesByStem(removed, added);
  const done = new Set(byStem.flatMap(({ before, after }) => [before, after]));
  const byContent = renamesByContent(
    removed.filter((each) => !done.has(each)),
    added.filter((each) => !done.has(each)),
  );
  return [...byStem, ...byContent];
}

function renamesByStem(
  removed: readonly Manifest[],
  added: readonly Manifest[],
): readonly Rename[] {
  const after = Map.groupBy(added, stemOf);
  return [...Map.groupBy(removed, stemOf)].flatMap(([stem, [before, more]]) => {
    const others = after.get(stem);
    const isUnique = stem !== undefined && more === undefined &&
      others?.length === 1;
    return isUnique ? [{ before: before!, after: others[0]! }] : [];
  });
}

function stemOf({ metadata }: Manifest): string | undefined {
  return HASH_SUFFIX.exec(metadata.name)?.[1];
}

function renamesByContent(
  removed: readonly Manifest[],
  added: readonly Manifest[],
): readonly Rename[] {
  if (removed.length * added.length > MOST_PAIRS) return [];
  const [left, right] = [removed.map(withContent), added.map(withContent)];
  const pairs = left.flatMap((before) =>
    right.map((after) => ({
      before: before.manifest,
      after: after.manifest,
      similarity: similarity(before.content, after.content),
    }))
  ).filter((pair) => pair.similarity >= LEAST_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity);
  const done = new Set<Manifest>();
  const renames: Rename[] = [];
  for (const { before, after } of pairs) {
    if (done.has(before) || done.has(after)) continue;
    done.add(before).add(after);
    renames.push({ before, after });
  }
  return renames;
}

/** An object without what its name alone makes different. */
function withContent(manifest: Manifest) {
  const { apiVersion: _, kind: __, metadata, ...content } = manifest;
  const { name, namespace: ___, ...others } = metadata;
  const whole = withoutName({ metadata: others, ...content }, name);
  return {
    manifest,
    content: countLeaves(whole) < LEAST_LEAVES ? null : whole,
  };
}

function withoutName(value: Value, name: string): Value {
  if (typeof value === "string") return value.replaceAll(name, "\0");
  if (Array.isArray(value)) return value.map((item) => withoutName(item, name));
  if (!isMap(value)) return value;
  const copy: ValueMap = {};
  for (const [field, each] of Object.entries(value)) {
    setField(copy, field, withoutName(each, name));
  }
  return copy;
}
