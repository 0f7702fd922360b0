/**
 * All checks on a change of a dry source.
 *
 * @module
 */

import type { Inventory } from "../../k0rdent/mod.ts";
import type { Finding, Place, Position } from "../../model/mod.ts";
import type { ValidateInput } from "../input.ts";
import { checkClusterUpgrades } from "./cluster_upgrades.ts";
import { checkDataSources } from "./data_sources.ts";
import { checkImmutableFields } from "./immutable_fields.ts";
import { checkRegionChanges } from "./region_changes.ts";
import { checkRemovedInUse } from "./removed_in_use.ts";
import { checkRemovedPlatform } from "./removed_platform.ts";
import { checkServiceUpgrades } from "./service_upgrades.ts";
import type { TransitionCheck } from "./transition.ts";

const CHECKS: readonly TransitionCheck[] = [
  checkImmutableFields,
  checkClusterUpgrades,
  checkDataSources,
  checkRegionChanges,
  checkServiceUpgrades,
  checkRemovedInUse,
  checkRemovedPlatform,
];

/** How places before the change are looked up. */
export interface TransitionOptions {
  /** Finds the line and column of a place in the dry source before. */
  readonly locate: (place: Place) => Position;
}

/**
 * Checks a change. What is wrong with the definitions as such is not said here.
 *
 * @param before What was declared, with the copies that KCM makes.
 * @param after What is to be checked of the definitions after the change.
 * @param options How places before the change are looked up.
 * @returns What is wrong, at the places after the change; the places before it
 * are related ones, with their positions.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../../tests/check_cases.ts";
 * const { inventory } = checkInput("");
 * const options = { locate: () => ({ line: 1, column: 1 }) };
 * assertEquals(validateTransition(inventory, checkInput(""), options), []);
 * ```
 */
export function validateTransition(
  before: Inventory,
  after: ValidateInput,
  { locate }: TransitionOptions,
): Finding[] {
  const fixed = (place: Place) => ({ ...place, position: locate(place) });
  return CHECKS.flatMap((check) => [...check({ before, after, fixed })]);
}
