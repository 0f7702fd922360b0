import { assertEquals } from "@std/assert";
import type { Manifest } from "../../model/mod.ts";
import { inputOf } from "../_testing.ts";
import { makeScope } from "../scope.ts";
import { addAccessRole } from "./access_role.ts";
import { emptyLayers } from "./layer_content.ts";

const VERBS = ["get", "list", "watch", "create", "delete"];

function access(resources: string): string {
  return `apiVersion: k0rdent.mirantis.com/v1beta1
kind: AccessManagement
metadata: {name: kcm}
spec: {accessRules: [{targetNamespaces: {list: [team-a]}, resources: [${resources}]}]}
`;
}

function roles(text: string, kcmVersion = "1.12.0"): Manifest[] {
  const { platform } = emptyLayers();
  addAccessRole(makeScope(inputOf(text, { config: { kcmVersion } })), platform);
  assertEquals(platform.applied, []);
  return platform.review.map(({ manifest }) => manifest);
}

const EXAMPLE = access(
  "{kind: ClusterTemplateChain, names: [docker]}, {kind: Credential, names: [docker-cred]}",
);

Deno.test("addAccessRole() makes the ClusterRole of kcm-spec 8.2", () => {
  assertEquals(roles(EXAMPLE), [{
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRole",
    metadata: {
      name: "kcm-resources",
      labels: { "k0rdent.mirantis.com/aggregate-to-manager": "true" },
    },
    rules: [{
      apiGroups: ["k0rdent.mirantis.com"],
      resources: ["clustertemplatechains", "credentials"],
      verbs: VERBS,
    }],
  }]);
});

Deno.test("addAccessRole() makes none without rules, or before KCM 1.12", () => {
  assertEquals(roles(access("")), []);
  assertEquals(roles(EXAMPLE, "1.11.4"), []);
});

Deno.test("addAccessRole() names resources as Kubernetes does, by group", () => {
  const crd = `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: gadgetry.example.com}
spec: {group: example.com, names: {kind: Gadget, plural: gadgetry}}
`;
  const text = access(
    "{kind: Gadget, apiGroup: example.com}, {kind: NetworkPolicy, apiGroup: networking.k8s.io}, {kind: Ingress, apiGroup: networking.k8s.io}, {kind: Secret}, {kind: Namespace}",
  ) + crd;
  assertEquals(roles(text)[0]?.rules, [
    { apiGroups: [""], resources: ["secrets"], verbs: VERBS },
    { apiGroups: ["example.com"], resources: ["gadgetry"], verbs: VERBS },
    {
      apiGroups: ["networking.k8s.io"],
      resources: ["ingresses", "networkpolicies"],
      verbs: VERBS,
    },
  ]);
});
