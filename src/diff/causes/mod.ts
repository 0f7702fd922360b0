/**
 * Which lines of the dry source cause what becomes of everything.
 *
 * @module
 */

export * from "./name_causes.ts";
export * from "./source_change.ts";
export * from "./source_changes.ts";
export * from "./take_back.ts";
