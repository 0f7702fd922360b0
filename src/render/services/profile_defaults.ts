/**
 * What the version of KCM decides in a Profile (kcm-spec 10.3).
 *
 * @module
 */

import { kcmHas } from "../../k0rdent/mod.ts";

/** What the version of KCM decides in a Profile. */
export interface ProfileDefaults {
  /** Whether an upgrade rolls back on failure where nobody says. */
  readonly atomicByDefault: boolean;
  /** Whether it says how often Sveltos tries. */
  readonly countsFailures: boolean;
}

/**
 * What the version of KCM decides in a Profile.
 *
 * @param kcmVersion The version to reproduce.
 * @returns The defaults.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * assert(profileDefaults("1.12.0").atomicByDefault);
 * ```
 */
export function profileDefaults(kcmVersion: string): ProfileDefaults {
  return {
    atomicByDefault: kcmHas(kcmVersion, "atomicByDefault"),
    countsFailures: kcmHas(kcmVersion, "maxConsecutiveFailures"),
  };
}
