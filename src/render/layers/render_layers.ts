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
import { addPlatform } from "../platform/add_platform.ts";
import { hidesComponents } from "../platform/hides_components.ts";
import { hidesReleases } from "../services/hides_releases.ts";
import type { Scope } from "../scope.ts";
import { addAccessRole } from "./access_role.ts";
import { addDeclaredObjects } from "./declared_objects.ts";
import { addGeneratedNamespaces } from "./generated_namespaces.ts";
import { addGeneratedSources } from "./generated_sources.ts";
import { hidesCopies } from "./hides_copies.ts";
import { emptyLayers, type LayerContent } from "./layer_content.ts";
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
    yield finish(scope, layer, {
      ...layers[layer],
      keepsOthers: keeping[layer] ?? false,
    });
  }
}

/** A layer is made fast: its fingerprint is that of its own objects. */
function finish(
  scope: Scope,
  layer: Layer,
  content: LayerContent & { readonly keepsOthers: boolean },
): RenderedUnit | UnchangedUnit {
  const id = { kind: "layer", layer } as const;
  const { applied, review, retained, keepsOthers, findings } = content;
  const patches = protectingPatches(layer, content);
  const fingerprint = digestText([
    scope.version,
    digestOf(patches),
    digestOf(applied.map(digestOfObject).sort()),
    digestOf(review.map(digestOfObject).sort()),
    digestOf(retained.map(identityKey).sort()),
    String(keepsOthers),
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
