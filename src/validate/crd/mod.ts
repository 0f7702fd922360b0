/**
 * Objects held against CRDs, as an API server would that is told to refuse
 * unknown fields: defaults, structural schemas, sets and maps, rules in CEL.
 *
 * @module
 */

export * from "./admission.ts";
export * from "./catalogue.ts";
export * from "./crd_check.ts";
export * from "./custom_resource.ts";
export * from "./problem.ts";
export * from "./rules.ts";
