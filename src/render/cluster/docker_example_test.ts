/** The worked example of kcm-spec 8.3: a ClusterDeployment of a chain copy. */
import { assertEquals } from "@std/assert";
import { inputOf, objectOf, renderedUnit } from "../_testing.ts";

const EXAMPLE = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: docker-hosted-cp-1-0-15, namespace: kcm-system}
spec: {helm: {chartSpec: {chart: docker-hosted-cp, version: 1.0.15}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: docker-hosted-cp-1-0-15, namespace: team-a, labels: {k0rdent.mirantis.com/managed: "true"}}
spec: {helm: {chartRef: {kind: HelmChart, name: docker-hosted-cp-1-0-15, namespace: kcm-system}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker-cred, namespace: team-a}
spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker-cluster-secret, namespace: team-a}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: demo, namespace: team-a, labels: {env: dev}}
spec:
  template: docker-hosted-cp-1-0-15
  credential: docker-cred
  config: {workersNumber: 2}
`;

const UNIT = "cluster team-a/demo";

Deno.test("renderUnits() makes the HelmRelease of kcm-spec 8.3", () => {
  const { review } = renderedUnit(inputOf(EXAMPLE), UNIT);
  assertEquals(objectOf(review, "HelmRelease", "demo"), {
    apiVersion: "helm.toolkit.fluxcd.io/v2",
    kind: "HelmRelease",
    metadata: {
      name: "demo",
      namespace: "team-a",
      labels: { "k0rdent.mirantis.com/managed": "true" },
    },
    spec: {
      chartRef: {
        kind: "HelmChart",
        name: "docker-hosted-cp-1-0-15",
        namespace: "kcm-system",
      },
      interval: "10m0s",
      releaseName: "demo",
      values: {
        workersNumber: 2,
        clusterIdentity: {
          apiVersion: "v1",
          kind: "Secret",
          name: "docker-cluster-secret",
          namespace: "team-a",
        },
        clusterLabels: { env: "dev", "k0rdent.mirantis.com/component": "kcm" },
      },
    },
  });
});

Deno.test("renderUnits() makes the Cluster of kcm-spec 8.3", () => {
  const { applied } = renderedUnit(inputOf(EXAMPLE), UNIT);
  assertEquals(objectOf(applied, "Cluster", "demo"), {
    apiVersion: "cluster.x-k8s.io/v1beta2",
    kind: "Cluster",
    metadata: {
      name: "demo",
      namespace: "team-a",
      labels: { env: "dev", "k0rdent.mirantis.com/component": "kcm" },
    },
    spec: {
      clusterNetwork: {
        pods: { cidrBlocks: ["192.168.0.0/16"] },
        serviceDomain: "cluster.local",
        services: { cidrBlocks: ["10.128.0.0/12"] },
      },
      controlPlaneRef: {
        apiGroup: "controlplane.cluster.x-k8s.io",
        kind: "K0smotronControlPlane",
        name: "demo-cp",
      },
      infrastructureRef: {
        apiGroup: "infrastructure.cluster.x-k8s.io",
        kind: "DevCluster",
        name: "demo",
      },
    },
  });
});

Deno.test("renderUnits() makes the rest of kcm-spec 8.3 as helm-controller leaves it", () => {
  const config = { applyLevel: "k0rdent" } as const;
  const { review } = renderedUnit(inputOf(EXAMPLE, { config }), UNIT);
  const metadata = {
    namespace: "team-a",
    labels: {
      "app.kubernetes.io/managed-by": "Helm",
      "helm.toolkit.fluxcd.io/name": "demo",
      "helm.toolkit.fluxcd.io/namespace": "team-a",
    },
    annotations: {
      "meta.helm.sh/release-name": "demo",
      "meta.helm.sh/release-namespace": "team-a",
    },
  };
  assertEquals(objectOf(review, "DevCluster", "demo"), {
    apiVersion: "infrastructure.cluster.x-k8s.io/v1beta2",
    kind: "DevCluster",
    metadata: {
      ...metadata,
      name: "demo",
      finalizers: ["k0rdent.mirantis.com/cleanup"],
    },
    spec: { backend: { docker: {} } },
  });
  const labels = { "cluster.x-k8s.io/cluster-name": "demo" };
  assertEquals(objectOf(review, "MachineDeployment", "demo-md"), {
    apiVersion: "cluster.x-k8s.io/v1beta2",
    kind: "MachineDeployment",
    metadata: { ...metadata, name: "demo-md" },
    spec: {
      clusterName: "demo",
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          clusterName: "demo",
          version: "v1.36.1",
          bootstrap: {
            configRef: {
              apiGroup: "bootstrap.cluster.x-k8s.io",
              kind: "K0sWorkerConfigTemplate",
              name: "demo-machine-config",
            },
          },
          infrastructureRef: {
            apiGroup: "infrastructure.cluster.x-k8s.io",
            kind: "DevMachineTemplate",
            name: "demo-mt",
          },
        },
      },
    },
  });
  for (
    const [kind, name] of [
      ["K0smotronControlPlane", "demo-cp"],
      ["K0sWorkerConfigTemplate", "demo-machine-config"],
      ["DevMachineTemplate", "demo-mt"],
    ] as const
  ) assertEquals(objectOf(review, kind, name).metadata.namespace, "team-a");
});

Deno.test("renderUnits() takes interval and timeout of the HelmRelease from template and installation", () => {
  const yaml = EXAMPLE.replaceAll("team-a", "kcm-system")
    .replace(/---\n[^-]*kind: ClusterTemplate\n.*\n.*chartRef.*\n/, "")
    .replace("version: 1.0.15}", "version: 1.0.15, interval: 30m}");
  const installation = {
    ...inputOf("").config.installation,
    defaultHelmTimeout: "20m",
  };
  const input = inputOf(yaml, {
    config: { installation },
  });
  const { review } = renderedUnit(input, "cluster kcm-system/demo");
  const { spec } = objectOf(review, "HelmRelease", "demo");
  assertEquals(
    Object.fromEntries(
      Object.entries(spec ?? {}).filter(([key]) =>
        key === "interval" || key === "timeout"
      ),
    ),
    { interval: "30m", timeout: "20m" },
  );
});

Deno.test("renderUnits() withholds a ClusterDeployment with dryRun", () => {
  const yaml = EXAMPLE.replace("credential:", "dryRun: true\n  credential:");
  const { applied, review, retained, findings } = renderedUnit(
    inputOf(yaml),
    UNIT,
  );
  assertEquals(applied, []);
  assertEquals(objectOf(review, "Cluster", "demo").kind, "Cluster");
  assertEquals(
    retained.some(({ kind, name }) => kind === "Cluster" && name === "demo"),
    true,
  );
  assertEquals(findings.map(({ rule }) => rule.id), ["render/dry-run"]);
});
