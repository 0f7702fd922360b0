/**
 * What a change of the definitions does to what runs: both sides are rendered,
 * and the trees compared.
 *
 * @module
 */

export * from "./causes_in.ts";
export * from "./compare_environment.ts";
export * from "./compare_rendered.ts";
export * from "./compare_sources.ts";
export * from "./environment_state.ts";
export * from "./new_findings.ts";
export * from "./read_rendered.ts";
export * from "./read_revisions.ts";
export * from "./render_tree.ts";
