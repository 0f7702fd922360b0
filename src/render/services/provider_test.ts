import { assertEquals } from "@std/assert";
import { inputOf, objectOf, renderedUnit } from "../_testing.ts";

const DEFINITIONS = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker, namespace: prod}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: one, namespace: prod}
spec: {template: docker-hosted-cp-1-0-15, credential: docker, config: {}, serviceSpec: {provider: {name: own}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: StateManagementProvider
metadata: {name: own}
spec:
  suspend: SUSPEND
  adapter: {apiVersion: apps/v1, kind: Deployment, name: ADAPTER, namespace: kcm-system, readinessRule: "true"}
  selector:
    matchLabels: {a: b}
    matchExpressions: [{key: c, operator: In, values: [west, east]}, {key: d, operator: Exists}, {key: e, operator: DoesNotExist}]
`;

function cluster(suspend: boolean, adapter = "kcm-controller-manager") {
  const yaml = DEFINITIONS.replace("SUSPEND", String(suspend))
    .replace("ADAPTER", adapter);
  return renderedUnit(inputOf(yaml), "cluster prod/one");
}

function hasProfile({ applied }: ReturnType<typeof cluster>): boolean {
  return applied.some(({ manifest }) => manifest.kind === "Profile");
}

Deno.test("providerState() makes labels that the provider's selector takes", () => {
  const { metadata } = objectOf(cluster(false).review, "ServiceSet", "one");
  assertEquals(metadata.labels, { a: "b", c: "east", d: "" });
});

Deno.test("providerState() keeps Profiles as they are while the provider is suspended", () => {
  const unit = cluster(true);
  assertEquals(hasProfile(unit), false);
  assertEquals(unit.retained.map(({ kind }) => kind), [
    "ServiceSet",
    "Profile",
  ]);
});

Deno.test("providerState() leaves services to the adapters of others", () => {
  const unit = cluster(false, "other");
  assertEquals(hasProfile(unit), false);
  assertEquals(unit.findings.map(({ rule }) => rule.id), [
    "render/foreign-provider",
  ]);
});
