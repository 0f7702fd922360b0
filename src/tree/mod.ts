/**
 * The rendered tree: from units to the paths and bytes of a branch.
 *
 * {@linkcode readPreviousBranch} sorts out what stands on the branch,
 * {@linkcode reusableFingerprints} says which units need not be rendered
 * again, and {@linkcode composeTree} puts the results of rendering and what
 * stays of the branch together.
 *
 * @module
 */

export * from "./acknowledged.ts";
export * from "./compose.ts";
export * from "./failed_units.ts";
export * from "./flux_directory.ts";
export * from "./hydrator_metadata.ts";
export * from "./path.ts";
export * from "./previous_branch.ts";
export * from "./rules.ts";
export * from "./shards.ts";
export * from "./tree_changes.ts";
export * from "./tree_input.ts";
export * from "./tree_paths.ts";
export * from "./types.ts";
export * from "./unit_directories.ts";
export * from "./unit_files.ts";
export * from "./unit_record.ts";
