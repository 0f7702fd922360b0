/**
 * What differs between two sets of objects.
 *
 * @module
 */

import {
  type FieldChange,
  identityKey,
  identityOf,
  type Manifest,
  type ManifestChange,
} from "../../model/mod.ts";
import { diffValues } from "./diff_values.ts";
import { findRenames } from "./renames.ts";

/**
 * Compares two sets of objects by what identifies them: group, kind, namespace
 * and name.
 *
 * @param before The one set; no two of its objects have the same identity.
 * @param after The other set, alike.
 * @returns What differs, in ascending order of identities; a renamed object is
 * where its new name belongs.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } };
 * assertEquals(diffObjects([], [namespace]), [{ kind: "added", after: namespace }]);
 * assertEquals(diffObjects([namespace], [namespace]), []);
 * ```
 */
export function diffObjects(
  before: readonly Manifest[],
  after: readonly Manifest[],
): readonly ManifestChange[] {
  const left = byIdentity(before);
  const right = byIdentity(after);
  const changes = new Map<string, ManifestChange>();
  for (const [key, manifest] of left) {
    const other = right.get(key);
    if (other === undefined) {
      changes.set(key, { kind: "removed", before: manifest });
      continue;
    }
    const fields = diffManifests(manifest, other);
    if (fields.length === 0) continue;
    changes.set(key, {
      kind: "changed",
      before: manifest,
      after: other,
      fields,
    });
  }
  for (const [key, manifest] of right) {
    if (!left.has(key)) changes.set(key, { kind: "added", after: manifest });
  }
  joinRenames(changes);
  return [...changes.keys()].sort().map((key) => changes.get(key)!);
}

/**
 * Compares two objects.
 *
 * @param before The one object.
 * @param after The other object.
 * @returns What differs.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const before = { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } };
 * const after = { ...before, metadata: { name: "prod", labels: { env: "prod" } } };
 * assertEquals(diffManifests(before, after), [
 *   { path: ["metadata", "labels"], after: { env: "prod" } },
 * ]);
 * ```
 */
export function diffManifests(
  before: Manifest,
  after: Manifest,
): readonly FieldChange[] {
  return diffValues(before, after);
}

function joinRenames(changes: Map<string, ManifestChange>): void {
  const removed: Manifest[] = [];
  const added: Manifest[] = [];
  for (const change of changes.values()) {
    if (change.kind === "removed") removed.push(change.before);
    if (change.kind === "added") added.push(change.after);
  }
  for (const { before, after } of findRenames(removed, added)) {
    const fields = diffManifests(before, after);
    changes.delete(keyOf(before));
    changes.set(keyOf(after), { kind: "renamed", before, after, fields });
  }
}

function byIdentity(objects: readonly Manifest[]): Map<string, Manifest> {
  return new Map(objects.map((manifest) => [keyOf(manifest), manifest]));
}

function keyOf(manifest: Manifest): string {
  return identityKey(identityOf(manifest));
}
