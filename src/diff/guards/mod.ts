/**
 * Limits that a change of what runs is held against.
 *
 * @module
 */

export * from "./acknowledged_effect.ts";
export * from "./guard_findings.ts";
export * from "./guard_outcomes.ts";
export * from "./guards.ts";
export * from "./counting_units.ts";
export * from "./rules.ts";
