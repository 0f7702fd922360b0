import { assertEquals } from "@std/assert";
import { getPath, identityKey } from "../../model/mod.ts";
import type { RenderConfig } from "../../source/mod.ts";
import {
  inputOf,
  kindsOf,
  objectOf,
  renderedUnit,
  unitsOf,
} from "../_testing.ts";

const UNIT = "cluster prod/eu1";

function fleet(more = "", annotations = "{}"): string {
  return `
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: Region, metadata: {name: eu, annotations: ${annotations}},
 spec: {kubeConfig: {name: eu-kubeconfig}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: azure, namespace: prod}
spec:
  region: eu
  identityRef: {apiVersion: infrastructure.cluster.x-k8s.io/v1beta1, kind: AzureClusterIdentity, name: azure, namespace: prod}
---
apiVersion: infrastructure.cluster.x-k8s.io/v1beta1
kind: AzureClusterIdentity
metadata: {name: azure, namespace: prod}
spec: {type: ServicePrincipal, tenantID: a, clientID: b, allowedNamespaces: {}, clientSecret: {name: azure-key, namespace: keys}}
---
{apiVersion: v1, kind: ConfigMap, metadata: {name: azure-resource-template, namespace: prod}, data: {a: b}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: files, namespace: prod}
spec: {kustomize: {localSourceRef: {kind: GitRepository, name: files}}}
---
{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: {name: files, namespace: prod},
 spec: {url: https://git.example.com/files, interval: 1h}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec:
  template: docker-hosted-cp-1-0-15
  credential: azure
  config: {}
${more}`;
}

function rules(yaml: string, config: Partial<RenderConfig> = {}): string[] {
  return [...unitsOf(inputOf(yaml, { config })).values()]
    .flatMap(({ findings }) => findings)
    .map(({ rule, message }) => `${rule.id}: ${message}`);
}

Deno.test("renderUnits() brings namespaces, identities and all they name to a Region", () => {
  const secret =
    "---\n{apiVersion: v1, kind: Secret, metadata: {name: azure-key, namespace: keys}}\n";
  const { applied, region } = renderedUnit(inputOf(fleet(secret)), "region eu");
  assertEquals(kindsOf(applied), [
    "AzureClusterIdentity",
    "ConfigMap",
    "Namespace",
    "Namespace",
    "Secret",
  ]);
  for (const { manifest } of applied) {
    const path = ["metadata", "annotations"];
    const annotations = getPath(manifest, path);
    assertEquals(
      getPath(annotations, ["kustomize.toolkit.fluxcd.io/prune"]),
      "disabled",
    );
  }
  assertEquals(region?.kubeConfig, {
    namespace: "kcm-system",
    name: "eu-kubeconfig",
  });
});

Deno.test("renderUnits() says what a Region lacks", () => {
  assertEquals(rules(fleet()), [
    'render/region-without-management: Cannot render the components of Region "eu": no Management "kcm" is declared',
    "render/region-identity: Cannot bring Secret keys/azure-key to the Region: nobody declares it",
  ]);
  const service =
    "  serviceSpec: {services: [{name: files, template: files, valuesFrom: [{kind: Secret, name: values}]}]}\n";
  assertEquals(rules(fleet(service)).slice(0, 2), [
    'render/region-service: Service "files" in Region "eu" needs GitRepository prod/files there',
    'render/region-service: Service "files" in Region "eu" needs Secret prod/values there',
  ]);
});

Deno.test("renderUnits() leaves a paused Region as it is", () => {
  const paused = "{k0rdent.mirantis.com/region-pause: 'true'}";
  const input = inputOf(fleet("", paused));
  for (const key of [UNIT, "region eu"]) {
    const { applied, review, retained } = renderedUnit(input, key);
    assertEquals(applied, []);
    assertEquals(retained.length > 0 && review.length >= retained.length, true);
  }
  const { findings } = renderedUnit(input, UNIT);
  assertEquals(findings.map(({ rule }) => rule.id), ["render/region-paused"]);
});

Deno.test("renderUnits() leaves Regions to KCM where it runs", () => {
  const units = unitsOf(
    inputOf(fleet(), { config: { applyLevel: "k0rdent" } }),
  );
  assertEquals(units.has("region eu"), false);
  const unit = units.get(UNIT);
  assertEquals(unit?.kind === "rendered" && unit.region, undefined);
  const review = unit?.kind === "rendered" ? unit.review : [];
  const release = objectOf(review, "HelmRelease", "eu1");
  assertEquals(getPath(release, ["spec", "kubeConfig"]), {
    secretRef: { name: "eu-kubeconfig" },
  });
});

Deno.test("renderUnits() leaves an identity with errors as it is in a Region", () => {
  const identity = {
    group: "infrastructure.cluster.x-k8s.io",
    kind: "AzureClusterIdentity",
    namespace: "prod",
    name: "azure",
  };
  const broken = new Set([identityKey(identity)]);
  const unit = renderedUnit(inputOf(fleet(), { broken }), "region eu");
  assertEquals(kindsOf(unit.applied), ["ConfigMap", "Namespace"]);
  assertEquals(unit.retained, [identity]);
});
