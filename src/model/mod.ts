/**
 * The words that all rooms share: values, manifests and their identity,
 * origins, findings, units.
 *
 * @module
 */

export * from "./change.ts";
export * from "./definition.ts";
export * from "./effect.ts";
export * from "./finding.ts";
export * from "./manifest.ts";
export * from "./origin.ts";
export * from "./remember.ts";
export * from "./semver.ts";
export * from "./unit.ts";
export * from "./value.ts";
export * from "./version_constraint.ts";
