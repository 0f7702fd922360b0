/**
 * What units are called.
 *
 * @module
 */

import type { ComparedUnitId } from "../../diff/comparison.ts";

/**
 * A unit as people name it.
 *
 * @param unit The unit.
 * @returns The cluster, the layer, or what Flux starts from.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(unitTitle({ kind: "cluster", namespace: "prod", name: "eu1" }), "prod/eu1");
 * assertEquals(unitTitle({ kind: "layer", layer: "sources" }), "shared sources");
 * ```
 */
export function unitTitle(unit: ComparedUnitId): string {
  switch (unit.kind) {
    case "cluster":
      return `${unit.namespace}/${unit.name}`;
    case "region":
      return `region ${unit.name}`;
    case "layer":
      return `shared ${unit.layer}`;
    case "root":
      return "the entry point for Flux";
  }
}
