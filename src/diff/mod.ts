/**
 * Two rendered trees, compared: what differs, what that does to what runs, and
 * which lines of the dry source cause it.
 *
 * @module
 */

export * from "./comparison.ts";
export * from "./objects/mod.ts";
