/**
 * ClusterIPAMClaim: the addresses that a cluster asks for.
 *
 * @module
 */

import { z } from "zod";
import { K0RDENT_GROUP, type Kind } from "./kind.ts";

const network = z.strictObject({
  cidr: z.string().exactOptional(),
  gateway: z.string().exactOptional(),
  ipAddresses: z.array(z.string()).exactOptional(),
  prefix: z.int().exactOptional(),
});

/** The addresses that a cluster asks for. */
export const clusterIPAMClaimSpec = z.strictObject({
  provider: z.enum(["in-cluster", "ipam-infoblox"]),
  cluster: z.string().exactOptional(),
  clusterIPAMRef: z.string().exactOptional(),
  nodeNetwork: network.exactOptional(),
  clusterNetwork: network.exactOptional(),
  externalNetwork: network.exactOptional(),
});

/** The spec of a ClusterIPAMClaim. */
export type ClusterIPAMClaimSpec = z.infer<typeof clusterIPAMClaimSpec>;

/** The kind ClusterIPAMClaim. */
export const CLUSTER_IPAM_CLAIM: Kind<ClusterIPAMClaimSpec> = {
  group: K0RDENT_GROUP,
  kind: "ClusterIPAMClaim",
  spec: clusterIPAMClaimSpec,
};
