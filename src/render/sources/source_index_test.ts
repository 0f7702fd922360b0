import { assertEquals } from "@std/assert";
import { definitionsOf, inputOf } from "../_testing.ts";
import { makeScope } from "../scope.ts";

const TEMPLATE = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: docker-hosted-cp-1-0-15, namespace: kcm-system}
spec: {helm: {chartSpec: {chart: docker-hosted-cp, version: 1.0.15}}}
`;

const MANAGED = { "k0rdent.mirantis.com/managed": "true" };

function generated(yaml: string, options?: Parameters<typeof inputOf>[1]) {
  const { sources } = makeScope(inputOf(yaml, options));
  return {
    objects: sources.generated.map(({ manifest }) => manifest),
    findings: sources.findings,
  };
}

Deno.test("indexSources() makes what KCM makes for a chartSpec (kcm-spec 8.1)", () => {
  assertEquals(generated(TEMPLATE).objects, [
    {
      apiVersion: "source.toolkit.fluxcd.io/v1",
      kind: "HelmChart",
      metadata: {
        name: "docker-hosted-cp-1-0-15",
        namespace: "kcm-system",
        labels: MANAGED,
      },
      spec: {
        chart: "docker-hosted-cp",
        version: "1.0.15",
        interval: "10m0s",
        reconcileStrategy: "ChartVersion",
        sourceRef: { kind: "HelmRepository", name: "kcm-templates" },
      },
    },
    {
      apiVersion: "source.toolkit.fluxcd.io/v1",
      kind: "HelmRepository",
      metadata: {
        name: "kcm-templates",
        namespace: "kcm-system",
        labels: MANAGED,
      },
      spec: {
        type: "oci",
        url: "oci://ghcr.io/k0rdent/kcm/charts",
        interval: "10m0s",
      },
    },
  ]);
});

Deno.test("indexSources() takes the repository's settings from the installation", () => {
  const installation = {
    ...inputOf("").config.installation,
    templatesRepoURL: "https://charts.example.com",
    insecureRegistry: true,
    registryCredsSecret: "creds",
    registryCertSecret: "cert",
  };
  const { objects } = generated(TEMPLATE, {
    config: { installation },
  });
  assertEquals(objects[1]?.spec, {
    type: "default",
    url: "https://charts.example.com",
    interval: "10m0s",
    insecure: true,
    secretRef: { name: "creds" },
    certSecretRef: { name: "cert" },
  });
});

Deno.test("indexSources() makes no repository beside distributed copies", () => {
  const copy = TEMPLATE.replace(
    "namespace: kcm-system",
    'namespace: team-a, labels: {k0rdent.mirantis.com/managed: "true"}',
  );
  assertEquals(generated(copy).objects.map(({ kind }) => kind), ["HelmChart"]);
});

Deno.test("indexSources() makes the source of a remoteSourceSpec", () => {
  const { objects } = generated(`
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: podinfo, namespace: team-a}
spec: {kustomize: {path: ./kustomize, remoteSourceSpec: {git: {url: https://example.com/podinfo, interval: 10m, ref: {branch: master}}}}}
`);
  assertEquals(objects, [{
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "GitRepository",
    metadata: { name: "podinfo", namespace: "team-a", labels: MANAGED },
    spec: {
      url: "https://example.com/podinfo",
      interval: "10m",
      timeout: "60s",
      ref: { branch: "master" },
    },
  }]);
});

Deno.test("indexSources() leaves alone what somebody declares", () => {
  const declared = `
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: kcm-templates, namespace: kcm-system}
spec: {type: oci, url: oci://mirror.example.com/charts}
`;
  const { objects } = generated(`${TEMPLATE}---${declared}`);
  assertEquals(objects.map(({ kind }) => kind), ["HelmChart"]);
});

Deno.test("indexSources() reports two templates that share a HelmChart", () => {
  const service = TEMPLATE.replace("ClusterTemplate", "ServiceTemplate");
  const { findings } = generated(`${TEMPLATE}---${service}`);
  assertEquals(findings.map(({ message }) => message), [
    "Cannot make a HelmChart for ServiceTemplate kcm-system/docker-hosted-cp-1-0-15: ClusterTemplate kcm-system/docker-hosted-cp-1-0-15 has one of that name",
  ]);
});

Deno.test("indexSources() knows the templates that k0rdent ships, and copies of them", () => {
  const cluster = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: aws-eks-1-0-37, credential: aws, config: {}}
`;
  const copy = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: aws-eks-1-0-37, namespace: prod}
spec: {helm: {chartRef: {kind: HelmChart, name: aws-eks-1-0-37, namespace: kcm-system}}}
`;
  const { objects } = generated(cluster);
  assertEquals(generated(cluster + copy).objects, objects);
  assertEquals(
    objects.map(({ kind, metadata }) =>
      `${kind} ${metadata.namespace}/${metadata.name}`
    ),
    [
      "HelmChart kcm-system/aws-eks-1-0-37",
      "HelmRepository kcm-system/kcm-templates",
    ],
  );
});

Deno.test("indexSources() does not depend on the order of definitions", () => {
  const yaml = `${TEMPLATE}---${TEMPLATE.replaceAll("1-0-15", "1-0-16")}`;
  const forward = makeScope(inputOf(yaml)).sources.generated;
  const backward =
    makeScope(inputOf(definitionsOf(yaml).reverse())).sources.generated;
  assertEquals(
    forward.map(({ manifest }) => manifest),
    backward.map(({ manifest }) => manifest),
  );
});
