import { assertEquals } from "@std/assert";
import { getPath } from "../model/mod.ts";
import { DEFAULT_CONFIG, type RenderConfig } from "../source/mod.ts";
import { inputOf, objectOf, renderedUnit } from "./_testing.ts";

const FLEET = `
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: Management, metadata: {name: kcm},
 spec: {release: kcm-1-11-0, core: {kcm: {config: {controller: {
   globalRegistry: reg.example.com, templatesRepoURL: "oci://reg.example.com/charts"}}}}}}
---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: Credential, metadata: {name: docker, namespace: prod},
 spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker, namespace: prod}}}
---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: ClusterDeployment, metadata: {name: eu1, namespace: prod, labels: {env: dev}},
 spec: {template: docker-hosted-cp-1-0-15, credential: docker, config: {}}}
`;

function rendered(config: Partial<RenderConfig> = {}) {
  const input = inputOf(FLEET, { config });
  const { review } = renderedUnit(input, "cluster prod/eu1");
  const sources = renderedUnit(input, "layer sources");
  const repository = objectOf(
    [...sources.applied, ...sources.review],
    "HelmRepository",
    "kcm-templates",
  );
  const values = getPath(objectOf(review, "HelmRelease", "eu1"), [
    "spec",
    "values",
  ]);
  const { findings } = renderedUnit(input, "layer platform");
  return {
    registry: getPath(values, ["global", "registry"]),
    labels: getPath(values, ["clusterLabels"]),
    url: getPath(repository, ["spec", "url"]),
    rules: findings.map(({ rule, place }) => [rule.id, place?.field?.at(-1)])
      .filter(([id]) => id === "render/installation"),
  };
}

Deno.test("renderUnits() takes the settings of KCM from its Management", () => {
  const { registry, url, rules } = rendered();
  assertEquals([registry, url, rules], [
    "reg.example.com",
    "oci://reg.example.com/charts",
    [],
  ]);
});

Deno.test("renderUnits() prefers settings of k0render.yaml, and says so", () => {
  const { installation } = DEFAULT_CONFIG;
  const { registry, rules } = rendered({
    installation: { ...installation, globalRegistry: "own.example.com" },
  });
  assertEquals([registry, rules], [
    "own.example.com",
    [["render/installation", "globalRegistry"]],
  ]);
});

Deno.test("renderUnits() counts labels of GitOps tools where they are put on", () => {
  const trackingLabels = {
    "kustomize.toolkit.fluxcd.io/name": "k0render.{namespace}.{name}",
  };
  const own = { env: "dev", "k0rdent.mirantis.com/component": "kcm" };
  const added = { "kustomize.toolkit.fluxcd.io/name": "k0render.prod.eu1" };
  const cases = [["k0rdent", { ...own, ...added }], ["capi", own]] as const;
  for (const [applyLevel, labels] of cases) {
    assertEquals(rendered({ applyLevel, trackingLabels }).labels, labels);
  }
});
