/** The worked examples of kcm-spec 8.6 and 8.7: services by Sveltos. */
import { assertEquals } from "@std/assert";
import type { ValueMap } from "../../model/mod.ts";
import { inputOf, objectOf, renderedUnit } from "../_testing.ts";

const BASE = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker-cred, namespace: team-a}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker-cluster-secret, namespace: team-a}}
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: catalog, namespace: team-a, labels: {k0rdent.mirantis.com/managed: "true"}}
spec: {type: oci, url: oci://ghcr.io/k0rdent/catalog/charts, interval: 10m, secretRef: {name: reg}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: ingress-nginx-4-11-3, namespace: team-a}
spec: {helm: {chartSpec: {chart: ingress-nginx, version: 4.11.3, interval: 10m, sourceRef: {kind: HelmRepository, name: catalog}}}, helmOptions: {wait: true, labels: {a: "1"}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: podinfo, namespace: team-a}
spec: {kustomize: {path: ./kustomize, remoteSourceSpec: {git: {url: https://example.com/podinfo, interval: 10m, ref: {branch: master}}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: base, namespace: team-a}
spec: {resources: {localSourceRef: {kind: ConfigMap, name: base-cm}}}
`;

const SERVICES = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: demo, namespace: team-a}
spec:
  template: docker-hosted-cp-1-0-15
  credential: docker-cred
  config: {}
  serviceSpec:
    priority: 200
    stopOnConflict: true
    driftIgnore: [{kind: ConfigMap, name: drifting}]
    services:
    - {name: podinfo, namespace: apps, template: podinfo, dependsOn: [{name: ingress-nginx, namespace: ingress}]}
    - {name: ingress-nginx, namespace: ingress, template: ingress-nginx-4-11-3, values: "replicaCount: 2\\n", valuesFrom: [{kind: ConfigMap, name: nginx}], helmOptions: {atomic: false, labels: {b: "2"}}}
    - {name: base, template: base}
    - {name: "off", template: base, disable: true}
`;

const UNIT = "cluster team-a/demo";

Deno.test("renderUnits() makes the ServiceSet of kcm-spec 8.6", () => {
  const { review } = renderedUnit(inputOf(BASE + SERVICES), UNIT);
  assertEquals(objectOf(review, "ServiceSet", "demo"), {
    apiVersion: "k0rdent.mirantis.com/v1beta1",
    kind: "ServiceSet",
    metadata: {
      name: "demo",
      namespace: "team-a",
      labels: { "ksm.k0rdent.mirantis.com/adapter": "kcm-controller-manager" },
    },
    spec: {
      cluster: "demo",
      provider: {
        name: "ksm-projectsveltos",
        config: {
          syncMode: "Continuous",
          driftIgnore: [{ kind: "ConfigMap", name: "drifting" }],
          priority: 200,
          stopOnConflict: true,
        },
      },
      services: [
        {
          name: "podinfo",
          namespace: "apps",
          template: "podinfo",
          version: "podinfo",
        },
        {
          name: "base",
          namespace: "default",
          template: "base",
          version: "base",
        },
        {
          name: "ingress-nginx",
          namespace: "ingress",
          template: "ingress-nginx-4-11-3",
          version: "4.11.3",
          values: "replicaCount: 2\n",
          valuesFrom: [{ kind: "ConfigMap", name: "nginx" }],
          helmOptions: { atomic: false, labels: { b: "2" } },
        },
      ],
    },
  });
});

Deno.test("renderUnits() makes the Profile of kcm-spec 8.6", () => {
  const { applied } = renderedUnit(inputOf(BASE + SERVICES), UNIT);
  assertEquals(objectOf(applied, "Profile", "demo"), {
    apiVersion: "config.projectsveltos.io/v1beta1",
    kind: "Profile",
    metadata: {
      name: "demo",
      namespace: "team-a",
      labels: { "k0rdent.mirantis.com/managed": "true" },
    },
    spec: {
      clusterRefs: [{
        apiVersion: "cluster.x-k8s.io/v1beta2",
        kind: "Cluster",
        namespace: "team-a",
        name: "demo",
      }],
      syncMode: "Continuous",
      tier: 2147483447,
      continueOnConflict: false,
      stopMatchingBehavior: "WithdrawPolicies",
      templateResourceRefs: [{
        identifier: "InfrastructureProviderIdentity",
        resource: {
          apiVersion: "v1",
          kind: "Secret",
          name: "docker-cluster-secret",
          namespace: "team-a",
        },
      }],
      policyRefs: [
        {
          kind: "ConfigMap",
          namespace: "team-a",
          name: "base-cm",
          deploymentType: "Remote",
        },
        {
          kind: "ConfigMap",
          namespace: "team-a",
          name: "docker-cluster-secret-resource-template",
          deploymentType: "Remote",
        },
      ],
      patches: [{
        target: { kind: "ConfigMap", name: "drifting" },
        patch:
          "- op: add\n  path: /metadata/annotations/projectsveltos.io~1driftDetectionIgnore\n  value: ok",
      }],
      kustomizationRefs: [{
        kind: "GitRepository",
        namespace: "team-a",
        name: "podinfo",
        path: "./kustomize",
        targetNamespace: "apps",
        deploymentType: "Remote",
      }],
      helmCharts: [{
        repositoryURL: "oci://ghcr.io/k0rdent/catalog/charts",
        repositoryName: "ingress-nginx",
        chartName: "ingress-nginx",
        chartVersion: "4.11.3",
        releaseName: "ingress-nginx",
        releaseNamespace: "ingress",
        values: "replicaCount: 2\n",
        valuesFrom: [{ kind: "ConfigMap", name: "nginx", namespace: "team-a" }],
        helmChartAction: "Install",
        options: { wait: true, atomic: false, labels: { a: "1", b: "2" } },
        registryCredentialsConfig: {
          credentials: { name: "reg", namespace: "team-a" },
        },
      }],
    },
  });
});

const SHARED = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: ingress-nginx-4-11-3, namespace: kcm-system}
spec: {helm: {chartSpec: {chart: ingress-nginx, version: 4.11.3, sourceRef: {kind: HelmRepository, name: catalog}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: ingress-nginx-4-11-3, namespace: team-a}
spec: {helm: {chartRef: {kind: HelmChart, name: ingress-nginx-4-11-3, namespace: kcm-system}}}
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: catalog, namespace: kcm-system}
spec: {type: oci, url: oci://ghcr.io/k0rdent/catalog/charts}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata: {name: global-ingress}
spec:
  clusterSelector: {matchLabels: {env: dev}}
  serviceSpec:
    provider: {selfManagement: true, config: {syncMode: ContinuousWithDriftDetection}}
    services: [{name: ingress-nginx, namespace: ingress, template: ingress-nginx-4-11-3}]
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker-cred, namespace: team-a}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker-cluster-secret, namespace: team-a}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: demo, namespace: team-a, labels: {env: dev}}
spec: {template: docker-hosted-cp-1-0-15, credential: docker-cred, config: {}}
`;

const SHARED_SPEC: ValueMap = {
  syncMode: "ContinuousWithDriftDetection",
  tier: 2147483547,
  continueOnConflict: true,
  stopMatchingBehavior: "WithdrawPolicies",
  helmCharts: [{
    repositoryURL: "oci://ghcr.io/k0rdent/catalog/charts",
    repositoryName: "ingress-nginx",
    chartName: "ingress-nginx",
    chartVersion: "4.11.3",
    releaseName: "ingress-nginx",
    releaseNamespace: "ingress",
    helmChartAction: "Install",
    options: { atomic: true },
  }],
};

Deno.test("renderUnits() makes the ServiceSet of kcm-spec 8.7", () => {
  const { review } = renderedUnit(inputOf(SHARED), UNIT);
  assertEquals(objectOf(review, "ServiceSet", "demo-bb74fe23").spec, {
    cluster: "demo",
    multiClusterService: "global-ingress",
    provider: {
      name: "ksm-projectsveltos",
      config: { syncMode: "ContinuousWithDriftDetection" },
    },
    services: [{
      name: "ingress-nginx",
      namespace: "ingress",
      template: "ingress-nginx-4-11-3",
      version: "ingress-nginx-4-11-3",
    }],
  });
});

Deno.test("renderUnits() makes the Profile of kcm-spec 8.7, without credential", () => {
  const { applied } = renderedUnit(inputOf(SHARED), UNIT);
  assertEquals(objectOf(applied, "Profile", "demo-bb74fe23").spec, {
    clusterRefs: [{
      apiVersion: "cluster.x-k8s.io/v1beta2",
      kind: "Cluster",
      namespace: "team-a",
      name: "demo",
    }],
    ...SHARED_SPEC,
  });
});

Deno.test("renderUnits() makes the ClusterProfile of kcm-spec 8.7", () => {
  const { applied, review } = renderedUnit(inputOf(SHARED), "layer platform");
  assertEquals(objectOf(applied, "ClusterProfile", "management-bb74fe23"), {
    apiVersion: "config.projectsveltos.io/v1beta1",
    kind: "ClusterProfile",
    metadata: {
      name: "management-bb74fe23",
      labels: { "k0rdent.mirantis.com/managed": "true" },
    },
    spec: {
      clusterRefs: [{
        apiVersion: "lib.projectsveltos.io/v1beta1",
        kind: "SveltosCluster",
        namespace: "mgmt",
        name: "mgmt",
      }],
      ...SHARED_SPEC,
    },
  });
  const { spec } = objectOf(review, "ServiceSet", "management-bb74fe23");
  assertEquals((spec as ValueMap).cluster, "");
});
