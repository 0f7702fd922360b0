import { assertEquals } from "@std/assert";
import {
  getPath,
  type Manifest,
  type RenderedUnit,
  type Value,
} from "../model/mod.ts";
import type { ApplyLevel, ServiceDelivery } from "../source/mod.ts";
import { inputOf, kindsOf, objectOf, renderedUnit } from "./_testing.ts";

const DEFINITIONS = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: aws, namespace: prod}
spec: {identityRef: {apiVersion: infrastructure.cluster.x-k8s.io/v1beta2, kind: AWSClusterStaticIdentity, name: aws}}
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: catalog, namespace: prod}
spec: {type: oci, url: oci://example.com/charts}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: dns-1-0-0, namespace: prod}
spec: {helm: {chartSpec: {chart: dns, version: 1.0.0, sourceRef: {kind: HelmRepository, name: catalog}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: files, namespace: prod}
spec: {kustomize: {path: ./files, remoteSourceSpec: {git: {url: https://example.com/files, interval: 10m}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec:
  template: aws-standalone-cp-1-0-43
  credential: aws
  config: {region: eu-central-1, controlPlane: {instanceType: m7i.large}, worker: {instanceType: m7i.large}}
  serviceSpec:
    services:
    - {name: dns, namespace: core, template: dns-1-0-0, values: "a: 1"}
    - {name: files, namespace: core, template: files}
`;

const CAPI = [
  "AWSCluster",
  "AWSMachineTemplate",
  "AWSMachineTemplate",
  "Cluster",
  "K0sControlPlane",
  "K0sWorkerConfigTemplate",
  "MachineDeployment",
];

function cluster(
  applyLevel: ApplyLevel,
  serviceDelivery: ServiceDelivery = "sveltos",
): RenderedUnit {
  const config = { applyLevel, serviceDelivery };
  return renderedUnit(inputOf(DEFINITIONS, { config }), "cluster prod/eu1");
}

Deno.test("renderUnits() applies what each level and delivery says", () => {
  const delivered = {
    sveltos: ["Profile"],
    helmrelease: ["HelmRelease", "Kustomization"],
  };
  for (const delivery of ["sveltos", "helmrelease"] as const) {
    const services = delivered[delivery];
    const cases: [ApplyLevel, string[], string[]][] = [
      ["capi", [...CAPI, ...services], [
        "ClusterDeployment",
        "HelmRelease",
        "ServiceSet",
      ]],
      ["helmrelease", ["HelmRelease", ...services], [
        ...CAPI,
        "ClusterDeployment",
        "ServiceSet",
      ]],
      ["k0rdent", ["ClusterDeployment"], [
        ...CAPI,
        "HelmRelease",
        "Profile",
        "ServiceSet",
      ]],
    ];
    for (const [level, applied, review] of cases) {
      const unit = cluster(level, delivery);
      assertEquals(kindsOf(unit.applied), applied.sort(), level);
      assertEquals(kindsOf(unit.review), review.sort(), level);
    }
  }
});

Deno.test("renderUnits() applies generated sources only where something needs them", () => {
  const cases: [ApplyLevel, ServiceDelivery, string[]][] = [
    ["capi", "sveltos", ["GitRepository prod/files"]],
    ["capi", "helmrelease", [
      "GitRepository prod/files",
      "HelmChart prod/dns-1-0-0",
    ]],
    ["helmrelease", "sveltos", [
      "GitRepository prod/files",
      "HelmChart kcm-system/aws-standalone-cp-1-0-43",
      "HelmRepository kcm-system/kcm-templates",
    ]],
    ["k0rdent", "sveltos", []],
  ];
  for (const [applyLevel, serviceDelivery, expected] of cases) {
    const input = inputOf(DEFINITIONS, {
      config: { applyLevel, serviceDelivery },
    });
    const { applied, review } = renderedUnit(input, "layer sources");
    const generated = names(applied).filter((name) =>
      !name.endsWith("/catalog")
    );
    assertEquals(generated, expected, `${applyLevel} ${serviceDelivery}`);
    assertEquals(generated.length + review.length, 5);
  }
});

Deno.test("renderUnits() keeps all but the cluster from being pruned at level capi", () => {
  const { applied } = cluster("capi");
  const pruned = applied.filter(({ manifest }) => !isKept(manifest));
  assertEquals(kindsOf(pruned), ["Cluster", "Profile"]);
});

Deno.test("renderUnits() leaves HelmReleases prunable", () => {
  for (const { manifest } of cluster("helmrelease", "helmrelease").applied) {
    assertEquals(isKept(manifest), false, manifest.kind);
  }
});

Deno.test("renderUnits() has Helm keep all but the cluster when a release goes", () => {
  const release = objectOf(
    cluster("helmrelease").applied,
    "HelmRelease",
    "eu1",
  );
  const patches = getPath(release, [
    "spec",
    "postRenderers",
    0,
    "kustomize",
    "patches",
  ]);
  assertEquals((patches as Value[]).map((one) => getPath(one, ["target"])), [
    { kind: ".*" },
    { group: "cluster.x-k8s.io", kind: "Cluster" },
    { group: "lib.projectsveltos.io", kind: "SveltosCluster" },
    { group: "infrastructure.cluster.x-k8s.io", kind: ".*Cluster" },
  ]);
  const shown = objectOf(cluster("capi").review, "HelmRelease", "eu1");
  assertEquals(getPath(shown, ["spec", "postRenderers"]), undefined);
});

Deno.test("renderUnits() drops KCM's finalizer from what it applies only", () => {
  const { applied } = cluster("capi");
  const shown = cluster("helmrelease").review;
  assertEquals(
    objectOf(applied, "AWSCluster", "eu1").metadata.finalizers,
    undefined,
  );
  assertEquals(
    objectOf(shown, "AWSCluster", "eu1").metadata.finalizers,
    ["k0rdent.mirantis.com/cleanup"],
  );
});

Deno.test("renderUnits() shows the expansion as Helm leaves it where Helm applies it", () => {
  const label = "app.kubernetes.io/managed-by";
  const labelOf = (unit: Pick<RenderedUnit, "applied">) =>
    objectOf(unit.applied, "Cluster", "eu1").metadata.labels?.[label];
  assertEquals(labelOf(cluster("capi")), undefined);
  assertEquals(labelOf({ applied: cluster("helmrelease").review }), "Helm");
});

Deno.test("renderUnits() guards applied objects that hold ${", () => {
  const yaml = DEFINITIONS.replace(
    "region: eu-central-1",
    "region: '${region}'",
  );
  const input = inputOf(yaml, { config: { applyLevel: "helmrelease" } });
  const { applied } = renderedUnit(input, "cluster prod/eu1");
  const key = "kustomize.toolkit.fluxcd.io/substitute";
  const guarded = applied
    .filter(({ manifest }) =>
      manifest.metadata.annotations?.[key] === "disabled"
    );
  assertEquals(kindsOf(guarded), ["HelmRelease"]);
});

Deno.test("renderUnits() applies no HelmRelease with KCM's label in KCM's namespace", () => {
  const label = "k0rdent.mirantis.com/managed";
  const yaml = DEFINITIONS.replaceAll(
    "namespace: prod",
    "namespace: kcm-system",
  );
  for (const serviceDelivery of ["sveltos", "helmrelease"] as const) {
    const input = inputOf(yaml, {
      config: { applyLevel: "helmrelease", serviceDelivery },
    });
    const { applied } = renderedUnit(input, "cluster kcm-system/eu1");
    for (const { manifest } of applied) {
      if (manifest.kind !== "HelmRelease") continue;
      assertEquals(manifest.metadata.labels?.[label], undefined);
    }
  }
});

function isKept({ metadata }: Manifest): boolean {
  const prune = metadata.annotations?.["kustomize.toolkit.fluxcd.io/prune"];
  return prune === "disabled";
}

function names(objects: RenderedUnit["applied"]): string[] {
  return objects.map(({ manifest: { kind, metadata } }) =>
    `${kind} ${metadata.namespace}/${metadata.name}`
  );
}
