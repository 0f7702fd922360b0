import { identityKey, identityOf } from "../../model/mod.ts";
import type { Scope } from "../scope.ts";
import { deliversByFlux } from "./delivered_objects.ts";

/**
 * Whether nobody can tell which Flux releases there should be. Each is named
 * after a service, and a MultiClusterService with errors need not name what it
 * named before.
 *
 * @param scope The definitions.
 * @returns Whether there is such a MultiClusterService, and Flux delivers.
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * assert(!hidesReleases(demoScope()));
 * ```
 */
export function hidesReleases(
  { config, multiClusterServices, broken }: Scope,
): boolean {
  return deliversByFlux(config) &&
    multiClusterServices.some(({ manifest }) =>
      broken.has(identityKey(identityOf(manifest)))
    );
}
