/**
 * What changes of rendered manifests do to what runs, from what k0rdent,
 * Cluster API, Flux, Sveltos and Kubernetes make of them. The knowledge is in
 * the tables under `data/`.
 *
 * @module
 */

export * from "./effect_context.ts";
export * from "./effect_rules.ts";
export * from "./effects_of.ts";
export * from "./renamed_clusters.ts";
export * from "./setting_effects.ts";
