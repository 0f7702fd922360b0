import { testCheck } from "../../tests/check_cases.ts";
import { checkIpamClaims } from "./ipam_claims.ts";

function inline(claim: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: own, config: {}, ipamClaim: {spec: {provider: in-cluster, ${claim}}}}
`;
}

const FIELD = "validate/ipam-claim spec.ipamClaim.spec";

testCheck(checkIpamClaims, [
  [
    "accepts networks and addresses",
    inline(
      "cluster: eu1, nodeNetwork: {cidr: 10.0.0.0/24, ipAddresses: [10.0.0.5]}",
    ),
    [],
  ],
  ["refuses a claim of another cluster", inline("cluster: us1"), [
    `${FIELD}.cluster`,
  ]],
  [
    "refuses what is no network or address",
    inline("externalNetwork: {cidr: 10.0.0.0, ipAddresses: [10.0.0.5, here]}"),
    [
      `${FIELD}.externalNetwork.cidr`,
      `${FIELD}.externalNetwork.ipAddresses[1]`,
    ],
  ],
  [
    "refuses them in claims of their own too",
    `apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterIPAMClaim
metadata: {name: a, namespace: prod}
spec: {provider: in-cluster, nodeNetwork: {cidr: a}}
`,
    ["validate/ipam-claim spec.nodeNetwork.cidr"],
  ],
]);
