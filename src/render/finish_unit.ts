/**
 * Units that are shared by clusters, once their objects are known.
 *
 * @module
 */

import {
  identityKey,
  identityOf,
  type RenderedObject,
  type RenderedUnit,
  type UnchangedUnit,
  type UnitId,
  unitKey,
} from "../model/mod.ts";
import { digestOf, digestText } from "./digest.ts";
import type { Scope } from "./scope.ts";

/** What a shared unit consists of. */
export type UnitContent =
  & Pick<
    RenderedUnit,
    "applied" | "review" | "retained" | "findings" | "region"
  >
  & Required<Pick<RenderedUnit, "keepsOthers" | "patches">>;

/**
 * Makes a unit of its objects. They are made fast, so the fingerprint is that
 * of the objects themselves.
 *
 * @param scope The version, and the fingerprints on the rendered branch.
 * @param id Which unit.
 * @param content What it consists of.
 * @returns The unit, its objects sorted; or that it is as on the branch.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const id = { kind: "layer", layer: "sources" } as const;
 * const nothing = { applied: [], review: [], retained: [], findings: [] };
 * const scope = { version: "0.1.0", previous: new Map() };
 * const unit = finishUnit(scope, id, { ...nothing, patches: [], keepsOthers: false });
 * assertEquals(unit.kind, "rendered");
 * ```
 */
export function finishUnit(
  scope: Pick<Scope, "version" | "previous">,
  id: UnitId,
  content: UnitContent,
): RenderedUnit | UnchangedUnit {
  const { applied, review, retained, keepsOthers, findings } = content;
  const { patches, region } = content;
  const fingerprint = digestText([
    scope.version,
    digestOf(patches),
    digestOf(applied.map(digestOfObject).sort()),
    digestOf(review.map(digestOfObject).sort()),
    digestOf(retained.map(identityKey).sort()),
    String(keepsOthers),
    digestOf(region),
  ].join("\n"));
  if (scope.previous.get(unitKey(id)) === fingerprint) {
    return { kind: "unchanged", id, fingerprint, findings };
  }
  return {
    kind: "rendered",
    id,
    fingerprint,
    applied: sorted(applied),
    review: sorted(review),
    retained,
    keepsOthers,
    ...(patches.length === 0 ? {} : { patches }),
    ...(region === undefined ? {} : { region }),
    findings,
  };
}

function digestOfObject({ manifest, verbatim }: RenderedObject): string {
  return verbatim === undefined ? digestOf(manifest) : digestText(verbatim);
}

function sorted(objects: readonly RenderedObject[]): RenderedObject[] {
  return objects
    .map((object) =>
      [identityKey(identityOf(object.manifest)), object] as const
    )
    .sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0)
    .map(([, object]) => object);
}
