/**
 * The objects of one layer.
 *
 * @module
 */

import { K0RDENT_GROUP } from "../../k0rdent/mod.ts";
import {
  type Definition,
  type Finding,
  groupOf,
  type Identity,
  type Layer,
  type Manifest,
  type RenderedObject,
} from "../../model/mod.ts";
import { keptOnPrune, unsubstituted } from "../safety.ts";

/** The objects of one layer, as they are collected. */
export interface LayerContent {
  readonly applied: RenderedObject[];
  readonly review: RenderedObject[];
  /** Objects on the branch that stay as they are. */
  readonly retained: Identity[];
  readonly findings: Finding[];
}

/** The objects of all layers. */
export type LayerContents = Readonly<Record<Layer, LayerContent>>;

/**
 * Layers without objects, to be filled.
 *
 * @returns The layers.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(emptyLayers().sources.applied, []);
 * ```
 */
export function emptyLayers(): LayerContents {
  return {
    namespaces: emptyLayer(),
    sources: emptyLayer(),
    templates: emptyLayer(),
    credentials: emptyLayer(),
    platform: emptyLayer(),
  };
}

function emptyLayer(): LayerContent {
  return { applied: [], review: [], retained: [], findings: [] };
}

/** Kinds whose objects take much more with them when they are deleted. */
const KEPT_KINDS: ReadonlySet<string> = new Set([
  "/Namespace",
  "/Secret",
  "apiextensions.k8s.io/CustomResourceDefinition",
  `${K0RDENT_GROUP}/Management`,
  `${K0RDENT_GROUP}/Region`,
]);

/**
 * An object of a layer as Flux is to apply it. Documents that are carried byte
 * for byte stay as they are.
 *
 * @param definition The object.
 * @param layer Its layer.
 * @returns The object, safe from being pruned where that would do harm.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const manifest = { apiVersion: "v1", kind: "Namespace", metadata: { name: "prod" } };
 * const origin = { file: "a.yaml", document: 0, line: 1 };
 * const applied = appliedObject({ manifest, origin }, "namespaces");
 * assertEquals(applied.manifest.metadata.annotations, {
 *   "kustomize.toolkit.fluxcd.io/prune": "disabled",
 * });
 * ```
 */
export function appliedObject(
  definition: Definition,
  layer: Layer,
): RenderedObject {
  if (definition.verbatim !== undefined) return definition;
  const { manifest, origin } = definition;
  const isKept = layer === "credentials" || KEPT_KINDS.has(kindKey(manifest));
  const kept = isKept ? keptOnPrune(manifest) : manifest;
  return { manifest: unsubstituted(kept), origin };
}

function kindKey({ apiVersion, kind }: Manifest): string {
  return `${groupOf(apiVersion)}/${kind}`;
}
