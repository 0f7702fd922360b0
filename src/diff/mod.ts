/**
 * Two rendered trees, compared: what differs, what that does to what runs, and
 * which lines of the dry source cause it.
 *
 * ```text
 * TreePair → compareUnits → summarise → Comparison
 * ```
 *
 * @module
 */

export * from "./causes/mod.ts";
export * from "./compare_units.ts";
export * from "./comparison.ts";
export * from "./diff_sides.ts";
export * from "./effects/mod.ts";
export * from "./guards/mod.ts";
export * from "./objects/mod.ts";
export * from "./summarise.ts";
export * from "./trees/tree_pair.ts";
