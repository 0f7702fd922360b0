/**
 * The addresses of a cluster's machines (kcm-spec 2.8).
 *
 * @module
 */

import { type ClusterIPAMClaimSpec, K0RDENT_GROUP } from "../../k0rdent/mod.ts";
import { getField, type Manifest, type ValueMap } from "../../model/mod.ts";

const POOL_GROUP = "ipam.cluster.x-k8s.io";

/** Kinds of pools by provider; KCM writes the group of one with its version. */
const POOLS = {
  "in-cluster": {
    kind: "InClusterIPPool",
    version: "v1alpha2",
    apiGroup: POOL_GROUP,
  },
  "ipam-infoblox": {
    kind: "InfobloxIPPool",
    version: "v1alpha1",
    apiGroup: `${POOL_GROUP}/v1alpha1`,
  },
} as const;

/** A claim for addresses. */
export interface AddressClaim {
  /** The name of the claim, and of all that is made for it. */
  readonly name: string;
  readonly spec: ClusterIPAMClaimSpec;
  /** Whether the claim stands in the ClusterDeployment itself. */
  readonly isInline: boolean;
}

/**
 * The pool that a claim leads to.
 *
 * @param claim The claim.
 * @param namespace The claim's namespace.
 * @returns The pool.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const spec = { provider: "in-cluster", nodeNetwork: { cidr: "10.0.0.0/24" } } as const;
 * const pool = addressPool({ name: "eu1-ipam", spec, isInline: true }, "prod");
 * assertEquals(pool.spec, { addresses: ["10.0.0.0/24"] });
 * ```
 */
export function addressPool(claim: AddressClaim, namespace: string): Manifest {
  const { provider, nodeNetwork = {} } = claim.spec;
  const { kind, version } = POOLS[provider];
  const { cidr, gateway, prefix, ipAddresses = [] } = nodeNetwork;
  const range = cidr === undefined ? [] : [cidr];
  const spec: ValueMap = provider === "in-cluster"
    ? {
      addresses: ipAddresses.length > 0 ? ipAddresses : range,
      ...(gateway === undefined ? {} : { gateway }),
      ...(prefix === undefined ? {} : { prefix }),
    }
    : { subnets: range.map((one) => ({ cidr: one })) };
  return {
    apiVersion: `${POOL_GROUP}/${version}`,
    kind,
    metadata: { name: claim.name, namespace },
    spec,
  };
}

/**
 * The k0rdent objects that KCM makes for a claim.
 *
 * @param claim The claim.
 * @param namespace The claim's namespace.
 * @returns The claim itself where it stands in the ClusterDeployment, and the
 * ClusterIPAM.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const spec = { provider: "in-cluster" } as const;
 * const objects = claimObjects({ name: "a", spec, isInline: false }, "prod");
 * assertEquals(objects.map(({ kind }) => kind), ["ClusterIPAM"]);
 * ```
 */
export function claimObjects(
  { name, spec, isInline }: AddressClaim,
  namespace: string,
): Manifest[] {
  const { provider } = spec;
  const object = (kind: string, fields: ValueMap): Manifest => ({
    apiVersion: `${K0RDENT_GROUP}/v1beta1`,
    kind,
    metadata: { name, namespace },
    spec: fields,
  });
  const claim = object("ClusterIPAMClaim", {
    ...spec as ValueMap,
    clusterIPAMRef: name,
  });
  return [
    ...(isInline ? [claim] : []),
    object("ClusterIPAM", { provider, clusterIPAMClaimRef: name }),
  ];
}

/**
 * What KCM writes into a cluster's `config` once the pool is there.
 *
 * @param config The `config` as declared.
 * @param claim The claim.
 * @returns The fields; none where the `config` has a pool already.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const spec = { provider: "in-cluster" } as const;
 * const values = poolValues({}, { name: "a", spec, isInline: true });
 * assertEquals(values.ipamEnabled, true);
 * ```
 */
export function poolValues(config: ValueMap, claim: AddressClaim): ValueMap {
  const isThere = getField(config, "ipamEnabled") === true &&
    getField(config, "ipPool") !== undefined;
  if (isThere) return {};
  const { apiGroup, kind } = POOLS[claim.spec.provider];
  return {
    ipamEnabled: true,
    ipPool: {
      name: "ipPool",
      config: { apiGroup, kind, name: claim.name },
      ready: true,
    },
  };
}
