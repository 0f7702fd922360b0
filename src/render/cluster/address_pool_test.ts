/** The worked example of kcm-spec 8.5: addresses for a cluster. */
import { assertEquals } from "@std/assert";
import { getPath } from "../../model/mod.ts";
import { inputOf, objectOf, renderedUnit, unitsOf } from "../_testing.ts";

const DEFINITIONS = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker, namespace: team-a}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: demo, namespace: team-a}
spec:
  template: aws-eks-9-9-9
  credential: docker
  config: {}
  ipamClaim: CLAIM
`;

const NETWORK = "{cidr: 10.0.0.0/24, prefix: 24, gateway: 10.0.0.1}";
const INLINE = `{spec: {provider: in-cluster, nodeNetwork: ${NETWORK}}}`;
const POOL = {
  name: "ipPool",
  ready: true,
  config: {
    apiGroup: "ipam.cluster.x-k8s.io",
    kind: "InClusterIPPool",
    name: "demo-ipam",
  },
};

function cluster(claim: string, more = "") {
  const yaml = DEFINITIONS.replace("CLAIM", claim) + more;
  return inputOf(yaml, { config: { applyLevel: "helmrelease" } });
}

Deno.test("renderUnits() makes the pool and the claim of kcm-spec 8.5", () => {
  const { applied, review } = renderedUnit(
    cluster(INLINE),
    "cluster team-a/demo",
  );
  assertEquals(objectOf(applied, "InClusterIPPool", "demo-ipam").spec, {
    addresses: ["10.0.0.0/24"],
    prefix: 24,
    gateway: "10.0.0.1",
  });
  assertEquals(objectOf(review, "ClusterIPAMClaim", "demo-ipam").spec, {
    provider: "in-cluster",
    clusterIPAMRef: "demo-ipam",
    nodeNetwork: { cidr: "10.0.0.0/24", prefix: 24, gateway: "10.0.0.1" },
  });
  assertEquals(objectOf(review, "ClusterIPAM", "demo-ipam").spec, {
    provider: "in-cluster",
    clusterIPAMClaimRef: "demo-ipam",
  });
  const release = objectOf(applied, "HelmRelease", "demo");
  assertEquals(getPath(release, ["spec", "values", "ipamEnabled"]), true);
  assertEquals(getPath(release, ["spec", "values", "ipPool"]), POOL);
});

Deno.test("renderUnits() takes addresses of a claim by its name", () => {
  const claim = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterIPAMClaim
metadata: {name: shared, namespace: team-a}
spec: {provider: ipam-infoblox, cluster: demo, nodeNetwork: {cidr: 10.1.0.0/24}}
`;
  const { applied } = renderedUnit(
    cluster("{ref: shared}", claim),
    "cluster team-a/demo",
  );
  assertEquals(objectOf(applied, "InfobloxIPPool", "shared").spec, {
    subnets: [{ cidr: "10.1.0.0/24" }],
  });
  const release = objectOf(applied, "HelmRelease", "demo");
  assertEquals(
    getPath(release, ["spec", "values", "ipPool", "config", "apiGroup"]),
    "ipam.cluster.x-k8s.io/v1alpha1",
  );
});

Deno.test("renderUnits() fails a cluster whose claim nobody declares", () => {
  const unit = unitsOf(cluster("{ref: gone}")).get("cluster team-a/demo");
  assertEquals(unit?.kind, "failed");
});
