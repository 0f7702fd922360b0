/**
 * What the version of KCM decides in a Profile (kcm-spec 10.3).
 *
 * @module
 */

import { isVersionAtLeast } from "../versions.ts";

/** What the version of KCM decides in a Profile. */
export interface ProfileDefaults {
  /** Whether an upgrade rolls back on failure where nobody says. */
  readonly atomicByDefault: boolean;
}

/** The first version of KCM that rolls failed upgrades back by itself. */
const ATOMIC_SINCE = "1.11.4";

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
  return { atomicByDefault: isVersionAtLeast(kcmVersion, ATOMIC_SINCE) };
}
