/**
 * The claim for addresses that a cluster has or names.
 *
 * @module
 */

import {
  type ClusterDeploymentSpec,
  type Declared,
  k0rdentObject,
} from "../../k0rdent/mod.ts";
import { identityKey } from "../../model/mod.ts";
import { type Resolution, resolved } from "../resolution.ts";
import type { Scope } from "../scope.ts";
import type { AddressClaim } from "./address_pool.ts";

/**
 * Looks up the claim of a cluster.
 *
 * @param scope The definitions.
 * @param deployment The ClusterDeployment.
 * @returns The claim, `undefined` for a cluster without one; or why the claim
 * that it names cannot be used.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoCluster, demoScope } from "../_demo.ts";
 * const claim = collectAddressClaim(demoScope(), demoCluster());
 * assertEquals(claim, { kind: "resolved", result: undefined });
 * ```
 */
export function collectAddressClaim(
  scope: Scope,
  deployment: Declared<ClusterDeploymentSpec>,
): Resolution<AddressClaim | undefined> {
  const { name, namespace = "" } = deployment.manifest.metadata;
  const { ref = "", spec } = deployment.spec.ipamClaim ?? {};
  if (spec !== undefined) {
    return resolved({ name: `${name}-ipam`, spec, isInline: true });
  }
  if (ref === "") return resolved(undefined);
  const wanted = k0rdentObject("ClusterIPAMClaim", ref, namespace);
  const claim = scope.inventory.ipamClaims.get(`${namespace}/${ref}`);
  return claim === undefined || scope.broken.has(identityKey(wanted))
    ? scope.unusable(wanted)
    : resolved({ name: ref, spec: claim.spec, isInline: false });
}
