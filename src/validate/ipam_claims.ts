/**
 * Checks on the addresses that clusters claim.
 *
 * @module
 */

import type { ClusterIPAMClaimSpec, Declared } from "../k0rdent/mod.ts";
import {
  type FieldPath,
  type Finding,
  formatIdentity,
  identityOf,
} from "../model/mod.ts";
import { report, type ValidateInput } from "./input.ts";
import { isAddress, isNetwork } from "./ip_address.ts";

const NETWORKS = ["nodeNetwork", "clusterNetwork", "externalNetwork"] as const;

/**
 * Finds claims of another cluster, and addresses and networks that are none.
 *
 * @param input What to check.
 * @returns The findings.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { checkInput } from "../../tests/check_cases.ts";
 * const input = checkInput(`
 * apiVersion: k0rdent.mirantis.com/v1beta1
 * kind: ClusterIPAMClaim
 * metadata: {name: a, namespace: b}
 * spec: {provider: in-cluster, nodeNetwork: {cidr: c}}
 * `);
 * const found = [...checkIpamClaims(input)].map(({ rule }) => rule.id);
 * assertEquals(found, ["validate/ipam-claim"]);
 * ```
 */
export function* checkIpamClaims(input: ValidateInput): Iterable<Finding> {
  for (const cluster of input.inventory.clusterDeployments.values()) {
    const claim = cluster.spec.ipamClaim?.spec;
    if (claim === undefined) continue;
    const field = ["spec", "ipamClaim", "spec"];
    yield* addressFaults(cluster, { claim, field });
    const claimed = claim.cluster ?? "";
    if (claimed === "" || claimed === cluster.manifest.metadata.name) continue;
    yield report(cluster, "validate/ipam-claim", {
      field: [...field, "cluster"],
      message: `Cannot claim addresses for ${
        formatIdentity(identityOf(cluster.manifest))
      }: the claim is for "${claimed}"`,
      remedy: "Name the ClusterDeployment itself, or leave the field out.",
    });
  }
  for (const claim of input.inventory.ipamClaims.values()) {
    yield* addressFaults(claim, { claim: claim.spec, field: ["spec"] });
  }
}

function* addressFaults(
  holder: Declared<unknown>,
  context: { readonly claim: ClusterIPAMClaimSpec; readonly field: FieldPath },
): Iterable<Finding> {
  const { claim, field } = context;
  const object = formatIdentity(identityOf(holder.manifest));
  for (const name of NETWORKS) {
    const { cidr = "", ipAddresses = [] } = claim[name] ?? {};
    if (cidr !== "" && !isNetwork(cidr)) {
      yield report(holder, "validate/ipam-claim", {
        field: [...field, name, "cidr"],
        message:
          `Cannot claim addresses for ${object}: "${cidr}" is no network`,
      });
    }
    for (const [index, address] of ipAddresses.entries()) {
      if (isAddress(address)) continue;
      yield report(holder, "validate/ipam-claim", {
        field: [...field, name, "ipAddresses", index],
        message:
          `Cannot claim addresses for ${object}: "${address}" is no IP address`,
      });
    }
  }
}
