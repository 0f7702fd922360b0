/**
 * The shared layers, from all that is declared and all that clusters need.
 *
 * @module
 */

import {
  identityKey,
  identityOf,
  type Layer,
  LAYERS,
  type RenderedObject,
  type RenderedUnit,
  type UnchangedUnit,
  unitKey,
} from "../../model/mod.ts";
import { digestOf, digestText } from "../digest.ts";
import { sourcesOfSet } from "../needed_sources.ts";
import type { Scope } from "../scope.ts";
import { addDeclaredObjects } from "./declared_objects.ts";
import { addGeneratedNamespaces } from "./generated_namespaces.ts";
import { addGeneratedSources, type SourceDemand } from "./generated_sources.ts";
import { emptyLayers, type LayerContent } from "./layer_content.ts";
import { protectingPatches } from "./protecting_patches.ts";
import { addManagementServices } from "./management_services.ts";

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
 * const layers = [...renderLayers(demoScope(), { needed: new Set(), retained: [] })];
 * assertEquals(layers.length, 5);
 * ```
 */
export function* renderLayers(
  scope: Scope,
  demand: SourceDemand,
): Generator<RenderedUnit | UnchangedUnit> {
  const layers = emptyLayers();
  addDeclaredObjects(scope, layers);
  const sets = addManagementServices(scope, layers.platform);
  const needed = new Set(demand.needed);
  for (const set of sets) {
    for (const source of sourcesOfSet(set, scope.config)) {
      needed.add(identityKey(source));
    }
  }
  addGeneratedSources(scope, { ...demand, needed }, layers.sources);
  addGeneratedNamespaces(scope, layers);
  for (const layer of LAYERS) yield finish(scope, layer, layers[layer]);
}

/** A layer is made fast: its fingerprint is that of its own objects. */
function finish(
  scope: Scope,
  layer: Layer,
  content: LayerContent,
): RenderedUnit | UnchangedUnit {
  const id = { kind: "layer", layer } as const;
  const { applied, review, retained, findings } = content;
  const patches = protectingPatches(layer, content);
  const fingerprint = digestText([
    scope.version,
    digestOf(patches),
    digestOf(applied.map(digestOfObject).sort()),
    digestOf(review.map(digestOfObject).sort()),
    digestOf(retained.map(identityKey).sort()),
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
    ...(patches.length === 0 ? {} : { patches }),
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
