/**
 * A change of the dry source without some of its parts.
 *
 * @module
 */

import {
  type Definition,
  type FieldChange,
  formatChangePath,
  identityKey,
  identityOf,
  isManifest,
} from "../../model/mod.ts";
import { applyFields, diffManifests } from "../objects/mod.ts";
import type { ChangedPart } from "./source_change.ts";

/** What is to be taken back of a definition: fields, or all of it. */
type TakenBack = readonly (FieldChange | undefined)[];

/**
 * Takes changes of definitions back.
 *
 * @param sides The definitions before and after the change.
 * @param parts What to take back; other parts than definitions are left alone.
 * @returns The definitions as they would be without these changes, in the order
 * after the change.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const manifest = { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } };
 * const after = [{ manifest, origin: { file: "a.yaml", document: 0, line: 1 } }];
 * const object = { group: "", kind: "Namespace", namespace: "", name: "prod" };
 * const parts = [{ kind: "definition", object } as const];
 * assertEquals(takeBack({ before: [], after }, parts), []);
 * ```
 */
export function takeBack(
  sides: {
    readonly before: readonly Definition[];
    readonly after: readonly Definition[];
  },
  parts: readonly ChangedPart[],
): readonly Definition[] {
  const taken = Map.groupBy(
    parts.filter((part) => part.kind === "definition"),
    ({ object }) => identityKey(object),
  );
  const before = new Map(
    sides.before.map((definition) => [keyOf(definition), definition] as const)
      .filter(([key]) => taken.has(key)),
  );
  const kept = sides.after.flatMap((definition) => {
    const key = keyOf(definition);
    const fields = taken.get(key)?.map(({ field }) => field);
    if (fields === undefined) return [definition];
    const earlier = before.get(key);
    before.delete(key);
    return earlier === undefined
      ? []
      : [without([earlier, definition], fields)];
  });
  return [...kept, ...before.values()];
}

function without(
  [before, after]: readonly [Definition, Definition],
  fields: TakenBack,
): Definition {
  const paths = new Set(
    fields.map((field) => formatChangePath(field?.path ?? [])),
  );
  const others = diffManifests(before.manifest, after.manifest)
    .filter(({ path }) => !paths.has(formatChangePath(path)));
  const manifest = applyFields(before.manifest, others);
  return isManifest(manifest) ? { ...after, manifest } : before;
}

function keyOf({ manifest }: Definition): string {
  return identityKey(identityOf(manifest));
}
