import { assertEquals } from "@std/assert";
import { getPath, type ValueMap } from "../../model/mod.ts";
import { inputOf, objectOf, renderedUnit, unitsOf } from "../_testing.ts";

const DEFINITIONS = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: aws, namespace: prod}
spec: {identityRef: {apiVersion: infrastructure.cluster.x-k8s.io/v1beta2, kind: AWSClusterStaticIdentity, name: aws}}
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: SOURCE_KIND
metadata: {name: catalog, namespace: prod}
spec: SOURCE_SPEC
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: dns, namespace: prod}
spec: {helm: {chartSpec: {chart: CHART, version: VERSION, sourceRef: {kind: SOURCE_KIND, name: catalog}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: files, namespace: prod}
spec: {helm: {chartSource: {path: ./charts/dns, localSourceRef: {kind: OCIRepository, name: files}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec:
  template: CLUSTER_TEMPLATE
  credential: aws
  config: {}
  serviceSpec: SERVICES
`;

const DNS = "{services: [{name: dns, namespace: core, template: dns}]}";

interface Case {
  readonly serviceSpec?: string;
  readonly kind?: string;
  readonly spec?: string;
  readonly chart?: string;
  readonly version?: string;
  readonly template?: string;
  readonly kcmVersion?: string;
}

function yamlOf(given: Case): string {
  return DEFINITIONS
    .replaceAll("SOURCE_KIND", given.kind ?? "HelmRepository")
    .replace(
      "SOURCE_SPEC",
      given.spec ?? "{type: oci, url: oci://example.com/a}",
    )
    .replace("CHART", given.chart ?? "dns")
    .replace("VERSION", given.version ?? "1.0.0")
    .replace("CLUSTER_TEMPLATE", given.template ?? "docker-hosted-cp-1-0-15")
    .replace("SERVICES", given.serviceSpec ?? DNS);
}

function profileOf(given: Case): ValueMap {
  const { kcmVersion = "1.12.0" } = given;
  const input = inputOf(yamlOf(given), { config: { kcmVersion } });
  const { applied } = renderedUnit(input, "cluster prod/eu1");
  return objectOf(applied, "Profile", "eu1").spec as ValueMap;
}

function chartOf(given: Case): ValueMap {
  return getPath(profileOf(given), ["helmCharts", 0]) as ValueMap;
}

Deno.test("profileSpec() counts priorities as KCM does, with its quirk", () => {
  const cases: [string, number, boolean][] = [
    ["{}", 2147483547, true],
    ["{priority: 1}", 2147483646, true],
    ["{stopOnConflict: true}", 2147483547, false],
    ["{provider: {config: {}}}", 2147483547, true],
    ["{provider: {name: ksm-projectsveltos}}", 100, false],
    [
      "{provider: {name: ksm-projectsveltos, config: {priority: 7}}}",
      2147483640,
      true,
    ],
  ];
  for (const [serviceSpec, tier, continueOnConflict] of cases) {
    const spec = profileOf({ serviceSpec });
    assertEquals([spec.tier, spec.continueOnConflict], [
      tier,
      continueOnConflict,
    ]);
  }
});

Deno.test("profileSpec() understands reload in the serviceSpec only", () => {
  assertEquals(profileOf({ serviceSpec: "{reload: true}" }).reloader, true);
  const config = "{provider: {config: {reload: true}}}";
  assertEquals(profileOf({ serviceSpec: config }).reloader, undefined);
});

Deno.test("profileSpec() names charts as KCM does", () => {
  const cases: [Case, ValueMap][] = [
    [{}, { repositoryURL: "oci://example.com/a", chartName: "dns" }],
    [{ spec: "{url: oci://example.com/a}" }, {
      repositoryURL: "oci://example.com/a",
      chartName: "dns/dns",
    }],
    [{
      kind: "GitRepository",
      spec: "{url: https://a.b/c, interval: 1m}",
      chart: "./dns",
    }, {
      repositoryURL: "gitrepository://prod/catalog/./dns",
      chartName: "./dns",
      registryCredentialsConfig: {},
    }],
    [{
      spec:
        "{type: oci, url: oci://example.com/a, insecure: true, certSecretRef: {name: ca}}",
    }, {
      repositoryURL: "oci://example.com/a",
      chartName: "dns",
      registryCredentialsConfig: {
        plainHTTP: true,
        ca: { name: "ca", namespace: "prod" },
      },
    }],
  ];
  const told = ["repositoryURL", "chartName", "registryCredentialsConfig"];
  for (const [given, expected] of cases) {
    const fields = Object.entries(chartOf(given))
      .filter(([key]) => told.includes(key));
    assertEquals(Object.fromEntries(fields), expected);
  }
});

Deno.test("profileSpec() takes a chart out of a source of files", () => {
  const serviceSpec = "{services: [{name: dns, template: files}]}";
  assertEquals(chartOf({ serviceSpec }), {
    repositoryURL: "OCIRepository://prod/files/charts/dns",
    releaseName: "dns",
    releaseNamespace: "default",
    helmChartAction: "Install",
    options: { atomic: true },
  });
});

Deno.test("profileSpec() rolls back by default as of KCM 1.11.3", () => {
  assertEquals(chartOf({ kcmVersion: "1.11.3" }).options, { atomic: true });
  assertEquals(chartOf({ kcmVersion: "1.11.2" }).options, {});
});

Deno.test("profileSpec() needs the version of a chart", () => {
  for (const version of ["1.x", "'*'", "'>=1.0'"]) {
    const unit = unitsOf(inputOf(yamlOf({ version }))).get("cluster prod/eu1");
    assertEquals(unit?.kind, "failed");
    assertEquals(unit?.findings[0]?.rule.id, "render/unpinned-chart");
  }
});

Deno.test("profileSpec() brings an identity and its Secret to the cluster", () => {
  const spec = profileOf({ serviceSpec: "{}" });
  const references = spec.templateResourceRefs as ValueMap[];
  assertEquals(references.map(({ identifier }) => identifier), [
    "InfrastructureProviderIdentity",
    "InfrastructureProviderIdentitySecret",
  ]);
});

Deno.test("profileSpec() refers to an adopted cluster as Sveltos knows it", () => {
  const spec = profileOf({
    template: "adopted-cluster-1-0-5",
    serviceSpec: "{}",
  });
  assertEquals(getPath(spec, ["clusterRefs", 0, "kind"]), "SveltosCluster");
});

Deno.test("profileSpec() counts failures as of KCM 1.11.3", () => {
  const serviceSpec = "{provider: {config: {maxConsecutiveFailures: 3}}}";
  const count = (kcmVersion: string) =>
    profileOf({ serviceSpec, kcmVersion }).maxConsecutiveFailures;
  assertEquals([count("1.11.2"), count("1.11.3")], [undefined, 3]);
});
