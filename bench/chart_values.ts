/**
 * Values for fixtures/charts/official-size.
 *
 * @module
 */

import type { ValueMap } from "../src/model/mod.ts";

/**
 * Makes values, no two of them alike.
 *
 * @param count How many.
 * @returns The values.
 */
export function chartValues(count: number): ValueMap[] {
  return Array.from({ length: count }, (_, at) => valuesOf(at));
}

function valuesOf(at: number): ValueMap {
  return {
    controlPlaneNumber: 1 + at % 5,
    workersNumber: at % 120,
    region: `region-${at}`,
    clusterLabels: { site: String(at), tier: at % 2 === 0 ? "edge" : "core" },
    clusterIdentity: { name: `identity-${at % 7}` },
    publicIP: at % 3 === 0,
    bastion: {
      enabled: at % 4 === 0,
      allowedCIDRBlocks: [`10.${at % 256}.0.0/16`],
    },
    controlPlane: { instanceType: "m7i.large", rootVolumeSize: 32 + at },
    worker: {
      instanceType: "m7i.xlarge",
      labels: { pool: `pool-${at}` },
      nonRootVolumes: [{ deviceName: "/dev/sdb", size: 100 + at, type: "gp3" }],
    },
    audit: { policyRef: { name: "audit", hash: String(at) } },
    k0s: {
      api: { extraArgs: { "oidc-issuer-url": `https://id.example.com/${at}` } },
      files: [
        { path: `/etc/site-${at}`, permissions: "0644", content: "a\nb\n" },
      ],
    },
    ...at % 10 === 0 ? { global: { registry: "registry.example.com" } } : {},
  };
}
