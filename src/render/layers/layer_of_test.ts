import { assertEquals } from "@std/assert";
import type { Layer } from "../../model/mod.ts";
import { layerOf } from "./layer_of.ts";

Deno.test("layerOf() sends every kind to its layer", () => {
  const cases: [string, string, Layer][] = [
    ["", "Namespace", "namespaces"],
    ["source.toolkit.fluxcd.io", "HelmRepository", "sources"],
    ["source.toolkit.fluxcd.io", "HelmChart", "sources"],
    ["source.toolkit.fluxcd.io", "OCIRepository", "sources"],
    ["k0rdent.mirantis.com", "ClusterTemplate", "templates"],
    ["k0rdent.mirantis.com", "ServiceTemplateChain", "templates"],
    ["k0rdent.mirantis.com", "ProviderTemplate", "templates"],
    ["k0rdent.mirantis.com", "Credential", "credentials"],
    ["k0rdent.mirantis.com", "ClusterAuthentication", "credentials"],
    [
      "infrastructure.cluster.x-k8s.io",
      "AWSClusterStaticIdentity",
      "credentials",
    ],
    ["infrastructure.cluster.x-k8s.io", "AWSMachineTemplate", "platform"],
    ["", "Secret", "credentials"],
    ["bitnami.com", "SealedSecret", "credentials"],
    ["external-secrets.io", "ExternalSecret", "credentials"],
    ["", "ConfigMap", "platform"],
    ["k0rdent.mirantis.com", "MultiClusterService", "platform"],
    ["k0rdent.mirantis.com", "Management", "platform"],
    ["apiextensions.k8s.io", "CustomResourceDefinition", "platform"],
    ["constructor", "toString", "platform"],
  ];
  for (const [group, kind, expected] of cases) {
    const identity = { group, kind, namespace: "prod", name: "a" };
    assertEquals(layerOf(identity, new Set()), expected, `${group}/${kind}`);
  }
});

Deno.test("layerOf() takes KCM's resource templates for credentials", () => {
  const identity = {
    group: "",
    kind: "ConfigMap",
    namespace: "prod",
    name: "aws-resource-template",
  };
  assertEquals(layerOf(identity, new Set()), "credentials");
});

Deno.test("layerOf() sends encrypted Secrets of sources with the sources", () => {
  const sealed = {
    group: "bitnami.com",
    kind: "SealedSecret",
    namespace: "prod",
    name: "registry",
  };
  assertEquals(layerOf(sealed, new Set(["prod/registry"])), "sources");
  assertEquals(layerOf(sealed, new Set(["lab/registry"])), "credentials");
});
