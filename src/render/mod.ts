/**
 * From definitions to the units of the rendered tree.
 *
 * A cluster is collected first: everything that it is rendered from goes into
 * one structure, whose digest is its fingerprint. Only a new fingerprint leads
 * to rendering. The shared layers follow the clusters, because what clusters
 * need decides which sources and namespaces they hold.
 *
 * @module
 */

export { RENDER_RULES } from "./rules.ts";
export { renderUnits } from "./render_units.ts";
export type { RenderInput } from "./scope.ts";
