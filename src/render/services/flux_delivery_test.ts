import { assertEquals } from "@std/assert";
import type { Finding, RenderedUnit, ValueMap } from "../../model/mod.ts";
import { inputOf, objectOf, renderedUnit, unitsOf } from "../_testing.ts";
import { releaseOptions } from "./release_options.ts";

const DEFINITIONS = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker, namespace: prod}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker, namespace: prod}}
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: catalog, namespace: prod}
spec: {type: oci, url: oci://example.com/charts}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: dns, namespace: prod}
spec: {helm: {chartSpec: {chart: dns, version: 1.x, sourceRef: {kind: HelmRepository, name: catalog}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: files, namespace: prod}
spec: {kustomize: {path: ./files, localSourceRef: {kind: GitRepository, name: files}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: map, namespace: prod}
spec: {resources: {localSourceRef: {kind: ConfigMap, name: map}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod, labels: {env: dev}}
spec:
  template: docker-hosted-cp-1-0-15
  credential: docker
  config: {}
  serviceSpec: SERVICES
`;

const SHARED = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata: {name: shared}
spec:
  clusterSelector: {matchLabels: {env: dev}}
  serviceSpec: {priority: 200, services: [{name: dns, namespace: core, template: dns}]}
`;

const CONFIG = { serviceDelivery: "helmrelease" } as const;
const UNIT = "cluster prod/eu1";

function cluster(serviceSpec: string, more = ""): RenderedUnit {
  const yaml = DEFINITIONS.replace("SERVICES", serviceSpec) + more;
  return renderedUnit(inputOf(yaml, { config: CONFIG }), UNIT);
}

function findings(serviceSpec: string, more = ""): readonly Finding[] {
  const yaml = DEFINITIONS.replace("SERVICES", serviceSpec) + more;
  return unitsOf(inputOf(yaml, { config: CONFIG })).get(UNIT)?.findings ?? [];
}

const DNS =
  "{name: dns, namespace: core, template: dns, values: 'replicas: 2', valuesFrom: [{kind: ConfigMap, name: more}], helmOptions: {timeout: 10m}}";

Deno.test("fluxDelivery() makes a HelmRelease for a service with a chart", () => {
  const { applied } = cluster(`{services: [${DNS}]}`);
  assertEquals(objectOf(applied, "HelmRelease", "eu1-dns-6042b18a").spec, {
    interval: "10m0s",
    chartRef: { kind: "HelmChart", namespace: "prod", name: "dns" },
    kubeConfig: { secretRef: { name: "eu1-kubeconfig", key: "value" } },
    releaseName: "dns",
    targetNamespace: "core",
    storageNamespace: "core",
    timeout: "10m",
    install: { createNamespace: true, remediation: { retries: 3 } },
    upgrade: { remediation: { retries: 3, remediateLastFailure: true } },
    values: { replicas: 2 },
    valuesFrom: [{ kind: "ConfigMap", name: "more" }],
  });
});

Deno.test("fluxDelivery() makes a Kustomization for a service with files", () => {
  const { applied } = cluster(
    "{services: [{name: a, namespace: core, template: files}]}",
  );
  const made = applied.find(({ manifest }) =>
    manifest.kind === "Kustomization"
  );
  assertEquals(made?.manifest.spec, {
    interval: "1h",
    retryInterval: "2m",
    timeout: "5m",
    sourceRef: { kind: "GitRepository", namespace: "prod", name: "files" },
    path: "./files",
    prune: true,
    targetNamespace: "core",
    kubeConfig: { secretRef: { name: "eu1-kubeconfig", key: "value" } },
  });
});

Deno.test("fluxDelivery() turns dependencies between charts into Flux's own", () => {
  const { applied } = cluster(
    `{services: [${DNS}, {name: b, template: dns, dependsOn: [{name: dns, namespace: core}]}]}`,
  );
  const dependent = applied.find(({ manifest }) =>
    (manifest.spec as ValueMap | undefined)?.releaseName === "b"
  );
  assertEquals((dependent?.manifest.spec as ValueMap).dependsOn, [
    { name: "eu1-dns-6042b18a" },
  ]);
});

Deno.test("fluxDelivery() reports what Flux cannot do", () => {
  const cases: [string, string, string][] = [
    [
      "{services: [{name: a, template: dns, values: 'a: \"{{ .Cluster }}\"'}]}",
      "render/sveltos-template",
      "error",
    ],
    [
      "{services: [{name: a, template: dns, values: 'a: [1'}]}",
      "render/undeliverable",
      "error",
    ],
    ["{services: [{name: a, template: map}]}", "render/undeliverable", "error"],
    [
      "{services: [{name: a, template: dns, helmOptions: {labels: {a: b}}}]}",
      "render/not-propagated",
      "warning",
    ],
    ["{driftIgnore: [{kind: ConfigMap}]}", "render/not-propagated", "warning"],
  ];
  for (const [serviceSpec, rule, severity] of cases) {
    const [finding] = findings(serviceSpec);
    assertEquals([finding?.rule.id, finding?.severity], [rule, severity]);
  }
});

Deno.test("fluxDelivery() tells of credentials that only Sveltos brings", () => {
  const template = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: docker-resource-template, namespace: prod}
data: {a: b}
`;
  assertEquals(
    findings("{}", template).map(({ rule }) => rule.id),
    ["render/not-propagated"],
  );
  assertEquals(findings("{}"), []);
});

Deno.test("fluxDelivery() gives a release to the one with the higher priority", () => {
  const shared = SHARED;
  const { applied, findings } = cluster(`{services: [${DNS}]}`, shared);
  const releases = applied.filter(({ manifest }) =>
    manifest.kind === "HelmRelease"
  );
  assertEquals(releases.length, 1);
  assertEquals(releases[0]?.origin.file, "6.yaml");
  assertEquals(findings.map(({ rule }) => rule.id), [
    "render/release-conflict",
  ]);
});

Deno.test("releaseOptions() converts options that Flux has too", () => {
  const cases: [ValueMap, ValueMap][] = [
    [{ skipCRDs: true }, {
      install: { crds: "Skip" },
      upgrade: { crds: "Skip" },
    }],
    [{ wait: false, waitForJobs: true }, {
      install: { disableWait: true },
      upgrade: { disableWait: true },
    }],
    [{ installOptions: { disableHooks: true, createNamespace: false } }, {
      install: { disableHooks: true, createNamespace: false },
    }],
    [{ upgradeOptions: { force: true, maxHistory: 5, reuseValues: true } }, {
      maxHistory: 5,
      upgrade: { force: true, preserveValues: true },
    }],
    [{ uninstallOptions: { keepHistory: true } }, {
      uninstall: { keepHistory: true },
    }],
  ];
  for (const [options, expected] of cases) {
    const { install, upgrade, ...others } = releaseOptions(options);
    const ours = { createNamespace: true, remediation: { retries: 3 } };
    const theirs = { remediation: { retries: 3, remediateLastFailure: true } };
    assertEquals({ install, upgrade, ...others }, {
      ...expected,
      install: { ...ours, ...expected.install as ValueMap },
      upgrade: { ...theirs, ...expected.upgrade as ValueMap },
    });
  }
});
