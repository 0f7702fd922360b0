/**
 * The sources that KCM would make, in the sources layer.
 *
 * @module
 */

import { identityKey, identityOf } from "../../model/mod.ts";
import type { Scope } from "../scope.ts";
import { appliedObject, type LayerContent } from "./layer_content.ts";

/**
 * Adds the sources that KCM would make: applied where something needs them,
 * for review elsewhere.
 *
 * @param scope The definitions.
 * @param needed The identity keys of the sources that are needed.
 * @param content The layer to fill.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * import { emptyLayers } from "./layer_content.ts";
 * const { sources } = emptyLayers();
 * addGeneratedSources(demoScope(), new Set(), sources);
 * assertEquals(sources.review.map(({ manifest }) => manifest.kind), [
 *   "HelmChart",
 *   "HelmChart",
 *   "HelmRepository",
 * ]);
 * ```
 */
export function addGeneratedSources(
  scope: Scope,
  needed: ReadonlySet<string>,
  content: LayerContent,
): void {
  content.findings.push(...scope.sources.findings);
  for (const source of scope.sources.generated) {
    const key = identityKey(identityOf(source.manifest));
    if (needed.has(key)) {
      content.applied.push(appliedObject(source, "sources"));
    } else content.review.push(source);
  }
}
