/**
 * The HelmReleases of a management cluster's or a Region's components.
 *
 * @module
 */

import { listComponents } from "../../k0rdent/mod.ts";
import { hasErrors, type Identity } from "../../model/mod.ts";
import { appliedObject, type LayerContent } from "../layers/layer_content.ts";
import { keptOnPrune } from "../safety.ts";
import type { Scope } from "../scope.ts";
import { chartSourceOf } from "../sources/chart_source.ts";
import {
  collectComponents,
  type ComponentsOwner,
} from "./collect_components.ts";
import {
  componentRelease,
  isApplied,
  releaseIdentity,
} from "./component_release.ts";

/**
 * Adds the HelmReleases of components. Where one cannot be installed, all stay
 * as they are on the branch. What somebody declares under the same name wins.
 *
 * @param scope The definitions.
 * @param owner Whose components these are.
 * @param content The layer to fill.
 * @returns The sources that the applied ones depend on.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { MANAGEMENT, RELEASE } from "../../k0rdent/mod.ts";
 * import { demoCluster, demoScope } from "../_demo.ts";
 * import { blameOn } from "../blame.ts";
 * import { emptyLayers } from "../layers/layer_content.ts";
 * const { platform } = emptyLayers();
 * const release = RELEASE.spec.parse({
 *   version: "1.11.0",
 *   kcm: { template: "kcm-1-11-0" },
 *   capi: { template: "cluster-api-1-1-15" },
 * });
 * addComponents(demoScope(), {
 *   declared: { ...demoCluster(), spec: MANAGEMENT.spec.parse({ release: "kcm-1-11-0" }) },
 *   release: { ...demoCluster(), spec: release },
 *   target: { systemNamespace: "kcm-system" },
 *   blame: blameOn(demoCluster()),
 * }, platform);
 * assertEquals(platform.review.map(({ manifest }) => manifest.metadata.name), ["kcm"]);
 * assertEquals(platform.applied.map(({ manifest }) => manifest.metadata.name), ["capi"]);
 * ```
 */
export function addComponents(
  scope: Scope,
  owner: ComponentsOwner,
  content: LayerContent,
): Identity[] {
  const { declared: { origin }, blame } = owner;
  const made = collectComponents(scope, owner).flatMap((input) => {
    const manifest = blame.take(componentRelease(scope, input), []);
    return manifest === undefined ? [] : [{ ...input, manifest }];
  });
  if (hasErrors(blame.findings)) {
    retainComponents(owner, content);
    return [];
  }
  return made.flatMap(({ component, target, template, manifest }) => {
    if (scope.inventory.find(releaseIdentity(component, target))) return [];
    if (!isApplied(scope, component, target)) {
      content.review.push({ manifest, origin });
      return [];
    }
    const kept = { manifest: keptOnPrune(manifest), origin };
    content.applied.push(appliedObject(kept, "platform"));
    return sourcesOf(scope, template.helmChart);
  });
}

/**
 * Keeps the HelmReleases of components as they are on the branch.
 *
 * @param owner Whose components these are.
 * @param content The layer to fill.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { MANAGEMENT } from "../../k0rdent/mod.ts";
 * import { demoCluster } from "../_demo.ts";
 * import { emptyLayers } from "../layers/layer_content.ts";
 * const { platform } = emptyLayers();
 * const spec = MANAGEMENT.spec.parse({ release: "kcm-1-11-0" });
 * const target = { systemNamespace: "kcm-system" };
 * retainComponents({ declared: { ...demoCluster(), spec }, target }, platform);
 * assertEquals(platform.retained.map(({ name }) => name), ["kcm", "capi"]);
 * ```
 */
export function retainComponents(
  { declared, target }: Pick<ComponentsOwner, "declared" | "target">,
  content: LayerContent,
): void {
  for (const component of listComponents(declared.spec)) {
    content.retained.push(releaseIdentity(component, target));
  }
}

function sourcesOf({ sources }: Scope, helmChart: Identity): Identity[] {
  const chart = sources.find(helmChart)?.manifest.spec;
  return chart === undefined
    ? [helmChart]
    : [helmChart, chartSourceOf(chart, helmChart.namespace)];
}
