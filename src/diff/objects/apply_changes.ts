/**
 * Changes of objects, put into effect.
 *
 * @module
 */

import {
  identityKey,
  identityOf,
  isManifest,
  type Manifest,
  type ManifestChange,
} from "../../model/mod.ts";
import { applyFields } from "./apply_fields.ts";

/**
 * Applies what `diffObjects` says of two sets of objects to the one of them.
 *
 * @param objects The objects as they were.
 * @param changes What differs.
 * @returns The objects as they are, in ascending order of identities.
 * @throws {RangeError} If a change does not fit the objects.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const after = { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } };
 * assertEquals(applyChanges([], [{ kind: "added", after }]), [after]);
 * ```
 */
export function applyChanges(
  objects: readonly Manifest[],
  changes: readonly ManifestChange[],
): readonly Manifest[] {
  const result = new Map(objects.map((each) => [keyOf(each), each]));
  for (const change of changes) {
    if (change.kind !== "added") result.delete(keyOf(change.before));
  }
  for (const change of changes) {
    if (change.kind === "removed") continue;
    const after = change.kind === "added"
      ? change.after
      : applyFields(change.before, change.fields);
    if (!isManifest(after)) {
      throw new RangeError("Cannot apply a change: it leaves no object");
    }
    result.set(keyOf(after), after);
  }
  return [...result.keys()].sort().map((key) => result.get(key)!);
}

function keyOf(manifest: Manifest): string {
  return identityKey(identityOf(manifest));
}
