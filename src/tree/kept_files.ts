/**
 * Files of the rendered branch that stay within a unit that is rendered again.
 *
 * @module
 */

import {
  identityOf,
  type Manifest,
  type RenderedObject,
  type RenderedUnit,
} from "../model/mod.ts";
import { objectFileName } from "./path.ts";
import type { PreviousUnit } from "./previous_branch.ts";
import type { BlobEntry } from "./types.ts";
import { unitDirectories } from "./unit_directories.ts";

/** A file of the rendered branch that stays. */
export interface KeptFile extends BlobEntry {
  /**
   * The blob id that was recorded when k0render wrote the file, and is again,
   * so that a change by hand does not pass for our own.
   */
  readonly recorded: string;
}

/** What decides on the files that stay. */
export interface KeepOptions {
  /** The unit as it stands on the rendered branch. */
  readonly previous: PreviousUnit;
  /** Whether nothing of the dry source is hidden by an error. */
  readonly complete: boolean;
}

/**
 * Finds the files that stay: those of objects whose definitions have errors,
 * and, while an error may hide definitions, those of all objects that are not
 * rendered any more. A unit may also keep all that it had. What stays applied may at the same time be rendered for
 * review, as with a dryRun.
 *
 * @param unit The unit, rendered again.
 * @param options The unit as it stands, and whether anything may be hidden.
 * @returns Their entries, in the order of the record.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const path = "layers/namespaces/namespace_prod.yaml";
 * const entry = { path, mode: "100644", oid: "0a" } as const;
 * const id = { kind: "layer", layer: "namespaces" } as const;
 * const files = new Map([[path, entry]]);
 * const previous = { record: { unit: id, files: { [path]: "0a" } }, files, changed: [] };
 * const retained = [{ group: "", kind: "Namespace", namespace: "", name: "prod" }];
 * const unit = { kind: "rendered", id, fingerprint: "", applied: [], review: [], retained, findings: [] } as const;
 * assertEquals(keptFiles(unit, { previous, complete: true }), [{ ...entry, recorded: "0a" }]);
 * ```
 */
export function keptFiles(
  unit: RenderedUnit,
  { previous, complete }: KeepOptions,
): readonly KeptFile[] {
  const { applied, review = applied } = unitDirectories(unit.id);
  const retained = new Set(unit.retained.map(objectFileName));
  const objects = [...unit.applied, ...unit.review];
  const names = new Set(objects.map(({ manifest }) => nameOf(manifest)));
  const rendered = new Set([
    ...unit.applied.map((object) => pathOf(applied, object)),
    ...unit.review.map((object) => pathOf(review, object)),
  ]);
  const stays = ({ path }: BlobEntry) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (name === "kustomization.yaml" || rendered.has(path)) return false;
    return unit.keepsOthers || retained.has(name) ||
      (!complete && !names.has(name));
  };
  return [...previous.files.values()].filter(stays).map((entry) => ({
    ...entry,
    recorded: previous.record.files[entry.path] ?? entry.oid,
  }));
}

function pathOf(directory: string, { manifest }: RenderedObject): string {
  return `${directory}/${nameOf(manifest)}`;
}

function nameOf(manifest: Manifest): string {
  return objectFileName(identityOf(manifest));
}
