/**
 * The sources that KCM would make, in the sources layer.
 *
 * @module
 */

import { type Identity, identityKey, identityOf } from "../../model/mod.ts";
import type { Scope } from "../scope.ts";
import { appliedObject, type LayerContent } from "./layer_content.ts";

/** Which sources are needed. */
export interface SourceDemand {
  /** The identity keys of sources that applied objects depend on. */
  readonly needed: ReadonlySet<string>;
  /** Sources that objects of clusters with errors may depend on. */
  readonly retained: readonly Identity[];
}

/**
 * Adds the sources that KCM would make: applied where something needs them,
 * for review elsewhere.
 *
 * @param scope The definitions.
 * @param demand Which sources are needed.
 * @param content The layer to fill.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * import { emptyLayers } from "./layer_content.ts";
 * const { sources } = emptyLayers();
 * addGeneratedSources(demoScope(), { needed: new Set(), retained: [] }, sources);
 * assertEquals(sources.review.map(({ manifest }) => manifest.kind), [
 *   "HelmChart",
 *   "HelmChart",
 *   "HelmRepository",
 * ]);
 * ```
 */
export function addGeneratedSources(
  scope: Scope,
  demand: SourceDemand,
  content: LayerContent,
): void {
  content.findings.push(...scope.sources.findings);
  const applied = new Set<string>();
  for (const source of scope.sources.generated) {
    const key = identityKey(identityOf(source.manifest));
    if (demand.needed.has(key)) {
      content.applied.push(appliedObject(source, "sources"));
      applied.add(key);
    } else content.review.push(source);
  }
  for (const identity of demand.retained) {
    if (applied.has(identityKey(identity))) continue;
    if (scope.inventory.find(identity) !== undefined) continue;
    content.retained.push(identity);
  }
}
