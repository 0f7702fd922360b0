/**
 * The shared layers, from all that is declared and all that clusters need.
 *
 * @module
 */

import {
  identityKey,
  type Layer,
  LAYERS,
  type RenderedUnit,
  type UnchangedUnit,
} from "../../model/mod.ts";
import { finishUnit } from "../finish_unit.ts";
import { sourcesOfSet } from "../needed_sources.ts";
import { addPlatform } from "../platform/add_platform.ts";
import { hidesComponents } from "../platform/hides_components.ts";
import { hidesReleases } from "../services/hides_releases.ts";
import type { Scope } from "../scope.ts";
import { addAccessRole } from "./access_role.ts";
import { addDeclaredObjects } from "./declared_objects.ts";
import { addGeneratedNamespaces } from "./generated_namespaces.ts";
import { addGeneratedSources } from "./generated_sources.ts";
import { hidesCopies } from "./hides_copies.ts";
import { emptyLayers } from "./layer_content.ts";
import { protectingPatches } from "./protecting_patches.ts";
import { addManagementServices } from "./management_services.ts";

/** Which sources are needed. */
export interface SourceDemand {
  /** The identity keys of sources that applied objects depend on. */
  readonly needed: ReadonlySet<string>;
  /** Whether errors hide what else would be needed. */
  readonly isPartial: boolean;
}

/**
 * Renders the layers.
 *
 * @param scope The definitions.
 * @param demand The sources that clusters need.
 * @returns The layers, in the order in which Flux applies them.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * const layers = [...renderLayers(demoScope(), { needed: new Set(), isPartial: false })];
 * assertEquals(layers.length, 5);
 * ```
 */
export function* renderLayers(
  scope: Scope,
  demand: SourceDemand,
): Generator<RenderedUnit | UnchangedUnit> {
  const layers = emptyLayers();
  addDeclaredObjects(scope, layers);
  addAccessRole(scope, layers.platform);
  const sets = addManagementServices(scope, layers.platform);
  const needed = new Set(demand.needed);
  for (const set of sets) {
    for (const source of sourcesOfSet(set, scope.config)) {
      needed.add(identityKey(source));
    }
  }
  for (const source of addPlatform(scope, layers.platform)) {
    needed.add(identityKey(source));
  }
  addGeneratedSources(scope, needed, layers.sources);
  addGeneratedNamespaces(scope, layers);
  const isPartial = demand.isPartial || scope.broken.size > 0;
  const isHidden = hidesCopies(scope, isPartial);
  const keeping: Partial<Record<Layer, boolean>> = {
    sources: isPartial,
    credentials: isHidden,
    platform: isHidden || hidesReleases(scope) || hidesComponents(scope),
  };
  for (const layer of LAYERS) {
    yield finishUnit(scope, { kind: "layer", layer }, {
      ...layers[layer],
      patches: protectingPatches(layer, layers[layer]),
      keepsOthers: keeping[layer] ?? false,
    });
  }
}
