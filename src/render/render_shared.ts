/**
 * What no cluster has for itself, for those who ask what it depends on.
 *
 * @module
 */

import { identityKey, identityOf, type RenderedUnit } from "../model/mod.ts";
import { collectCluster } from "./cluster/collect_cluster.ts";
import { renderLayers } from "./layers/render_layers.ts";
import { sourcesOfCluster } from "./needed_sources.ts";
import { renderRegions } from "./regions/render_regions.ts";
import { makeScope, type RenderInput, type Scope } from "./scope.ts";

/**
 * Renders the layers and Regions. Clusters are collected, since they decide
 * which sources are applied, and not rendered.
 *
 * @param input What to render from.
 * @returns The units.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "./_demo.ts";
 * assertEquals(renderShared(demoScope()).length, 5);
 * ```
 */
export function renderShared(input: RenderInput): RenderedUnit[] {
  const scope = makeScope({ ...input, previous: new Map() });
  const demand = { needed: neededByClusters(scope), isPartial: false };
  return [...renderLayers(scope, demand), ...renderRegions(scope, false)]
    .filter((unit) => unit.kind === "rendered");
}

function neededByClusters(scope: Scope): Set<string> {
  const needed = new Set<string>();
  for (const deployment of scope.inventory.clusterDeployments.values()) {
    const key = identityKey(identityOf(deployment.manifest));
    if (scope.broken.has(key)) continue;
    const { inputs } = collectCluster(scope, deployment);
    if (inputs === undefined) continue;
    for (const source of sourcesOfCluster(inputs, scope.sources)) {
      needed.add(identityKey(source));
    }
  }
  return needed;
}
