/**
 * The directories of a unit.
 *
 * @module
 */

import type { UnitId } from "../model/mod.ts";
import { pathComponent } from "./path.ts";

/**
 * A part of the tree that has a record: a unit, or what stands above all
 * units, the Flux entry point and the files at the root.
 */
export type TreeUnitId = UnitId | { readonly kind: "root" };

/** Where a unit's files stand. */
export interface UnitDirectories {
  /** What Flux applies. */
  readonly applied: string;
  /** What is committed for people to read, outside every reconciled path. */
  readonly review?: string;
}

/**
 * The directories of a unit; no two units share one.
 *
 * @param unit The unit.
 * @returns Their paths from the tree's root.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   unitDirectories({ kind: "cluster", namespace: "prod", name: "eu1" }),
 *   { applied: "clusters/prod/eu1", review: "review/prod/eu1" },
 * );
 * assertEquals(
 *   unitDirectories({ kind: "layer", layer: "sources" }),
 *   { applied: "layers/sources", review: "review/_shared/sources" },
 * );
 * ```
 */
export function unitDirectories(unit: TreeUnitId): UnitDirectories {
  if (unit.kind === "root") return { applied: "flux" };
  if (unit.kind === "layer") {
    return {
      applied: `layers/${unit.layer}`,
      review: `review/_shared/${unit.layer}`,
    };
  }
  if (unit.kind === "region") {
    const name = pathComponent(unit.name);
    return { applied: `regions/${name}`, review: `review/_regions/${name}` };
  }
  const path = `${pathComponent(unit.namespace)}/${pathComponent(unit.name)}`;
  return { applied: `clusters/${path}`, review: `review/${path}` };
}
