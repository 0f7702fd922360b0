/**
 * The rendered tree: from units to the paths and bytes of a branch.
 *
 * @module
 */

export * from "./types.ts";
