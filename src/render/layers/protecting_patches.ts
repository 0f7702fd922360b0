/**
 * How encrypted documents are kept from being pruned.
 *
 * @module
 */

import type { Layer, RenderedUnit, ValueMap } from "../../model/mod.ts";
import { emitYaml } from "../../yaml/mod.ts";
import { PRUNE } from "../safety.ts";

/** The kinds to be kept, by layer; a layer without an entry keeps none. */
const KEPT_KINDS: Partial<Readonly<Record<Layer, string>>> = {
  sources: "Secret|SealedSecret|ExternalSecret",
  credentials: ".*",
};

/**
 * The patches that keep a layer's objects from being pruned where their own
 * text may not change: encrypted documents are carried byte for byte, and
 * files with errors stay as they are on the branch.
 *
 * @param layer The layer.
 * @param content Its objects.
 * @returns The patches; none where all objects carry the annotation.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const content = { applied: [], retained: [] };
 * assertEquals(protectingPatches("credentials", content), []);
 * ```
 */
export function protectingPatches(
  layer: Layer,
  { applied, retained }: Pick<RenderedUnit, "applied" | "retained">,
): ValueMap[] {
  const kind = KEPT_KINDS[layer];
  const isUntouched = retained.length > 0 ||
    applied.some(({ verbatim }) => verbatim !== undefined);
  if (kind === undefined || !isUntouched) return [];
  return [{
    target: { kind, annotationSelector: `!${PRUNE}` },
    patch: emitYaml({
      apiVersion: "v1",
      kind: "Any",
      metadata: { name: "any", annotations: { [PRUNE]: "disabled" } },
    }),
  }];
}
