/** The worked example of kcm-spec 8.8: a Release, a Management and a Region. */
import { assertEquals } from "@std/assert";
import { validateAgainstCrd } from "../../../tests/crds.ts";
import { requirement } from "../../../tests/requirements.ts";
import { getField, type Manifest } from "../../model/mod.ts";
import type { ApplyLevel } from "../../source/mod.ts";
import { inputOf, objectOf, renderedUnit } from "../_testing.ts";

const DEFINITIONS = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Release
metadata: {name: kcm-1-11-0}
spec:
  version: 1.11.0
  kcm: {template: kcm-1-11-0}
  regional: {template: kcm-regional-1-11-0}
  capi: {template: cluster-api-1-1-15}
  providers:
  - {name: cluster-api-provider-docker, template: cluster-api-provider-docker-1-0-24}
  - {name: cluster-api-provider-aws, template: cluster-api-provider-aws-1-0-25}
  - {name: projectsveltos, template: projectsveltos-1-12-1}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Management
metadata: {name: kcm}
spec:
  release: kcm-1-11-0
  core: {kcm: {config: {controller: {globalRegistry: ""}}}}
  providers: [{name: cluster-api-provider-docker}, {name: projectsveltos}]
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Region
metadata: {name: eu}
spec: {kubeConfig: {name: eu-kc, key: kubeconfig}, providers: [{name: projectsveltos}]}
`;

const UNIT = "layer platform";
const MANAGED = { "k0rdent.mirantis.com/managed": "true" };
const REMEDIATION = {
  remediation: { retries: 3, remediateLastFailure: true },
};
const SVELTOS_VALUES = {
  projectsveltos: {
    registerMgmtClusterJob: {
      registerMgmtCluster: {
        args: ["--labels=k0rdent.mirantis.com/management-cluster=true"],
      },
    },
  },
};
const REGIONAL_VALUES = {
  "cert-manager": {},
  "cluster-api-operator": { enabled: true },
  velero: { enabled: true },
  telemetry: {},
};

/** By name, what the HelmReleases of the example have. */
const RELEASES: Readonly<Record<string, object>> = {
  "kcm-1-11-0-tpl": {
    interval: "10m0s",
    chartRef: chart("kcm-1-11-0-tpl"),
    releaseName: "kcm-1-11-0-tpl",
  },
  kcm: {
    interval: "10m0s",
    chartRef: chart("kcm-1-11-0"),
    releaseName: "kcm",
    targetNamespace: "kcm-system",
    install: REMEDIATION,
    values: {
      controller: {
        globalRegistry: "",
        createManagement: false,
        createAccessManagement: false,
        createRelease: false,
      },
      admissionWebhook: { enabled: true },
      regional: REGIONAL_VALUES,
    },
  },
  capi: {
    interval: "10m0s",
    chartRef: chart("cluster-api-1-1-15"),
    releaseName: "capi",
    dependsOn: [{ name: "kcm" }],
    install: REMEDIATION,
    values: {},
  },
  "cluster-api-provider-docker": {
    interval: "10m0s",
    chartRef: chart("cluster-api-provider-docker-1-0-24"),
    releaseName: "cluster-api-provider-docker",
    dependsOn: [{ name: "capi" }],
    install: { ...REMEDIATION, crds: "CreateReplace" },
    upgrade: { crds: "CreateReplace" },
    values: {},
  },
  projectsveltos: {
    interval: "10m0s",
    chartRef: chart("projectsveltos-1-12-1"),
    releaseName: "projectsveltos",
    targetNamespace: "projectsveltos",
    dependsOn: [{ name: "capi" }],
    install: { ...REMEDIATION, createNamespace: true },
    upgrade: { crds: "CreateReplace" },
    values: SVELTOS_VALUES,
  },
  "eu-kcm-regional": {
    interval: "10m0s",
    chartRef: chart("kcm-regional-1-11-0"),
    releaseName: "kcm-regional",
    targetNamespace: "kcm-system",
    kubeConfig: { secretRef: { name: "eu-kc", key: "kubeconfig" } },
    install: { ...REMEDIATION, createNamespace: true },
    values: REGIONAL_VALUES,
  },
  "eu-capi": {
    interval: "10m0s",
    chartRef: chart("cluster-api-1-1-15"),
    releaseName: "capi",
    dependsOn: [{ name: "eu-kcm-regional" }],
    kubeConfig: { secretRef: { name: "eu-kc", key: "kubeconfig" } },
    install: { ...REMEDIATION, createNamespace: true },
    values: {},
  },
  "eu-projectsveltos": {
    interval: "10m0s",
    chartRef: chart("projectsveltos-1-12-1"),
    releaseName: "projectsveltos",
    targetNamespace: "projectsveltos",
    dependsOn: [{ name: "eu-capi" }],
    kubeConfig: { secretRef: { name: "eu-kc", key: "kubeconfig" } },
    install: { ...REMEDIATION, createNamespace: true },
    upgrade: { crds: "CreateReplace" },
    values: SVELTOS_VALUES,
  },
};

const READY = `self.status.availableReplicas == self.status.replicas &&
self.status.availableReplicas == self.status.updatedReplicas &&
self.status.availableReplicas == self.status.readyReplicas`;

function chart(name: string) {
  return { kind: "HelmChart", namespace: "kcm-system", name };
}

function platform(applyLevel: ApplyLevel) {
  return renderedUnit(inputOf(DEFINITIONS, { config: { applyLevel } }), UNIT);
}

function namesOf(objects: ReturnType<typeof platform>["applied"]): string[] {
  return objects.map(({ manifest }) =>
    `${manifest.kind} ${manifest.metadata.name}`
  );
}

Deno.test("renderUnits() makes the objects of kcm-spec 8.8 for review where KCM runs", () => {
  const unit = platform("k0rdent");
  assertEquals(unit.findings, []);
  assertEquals(namesOf(unit.applied), [
    "Management kcm",
    "Region eu",
    "Release kcm-1-11-0",
  ]);
  assertEquals(
    namesOf(unit.review).sort(),
    [
      "AccessManagement kcm",
      "HelmChart kcm-1-11-0-tpl",
      ...Object.keys(RELEASES).map((name) => `HelmRelease ${name}`),
      "ClusterRole ksm-projectsveltos-cr",
      "ClusterRoleBinding ksm-projectsveltos-crb",
      "ServiceAccount ksm-projectsveltos-sa",
      "StateManagementProvider ksm-projectsveltos",
    ].sort(),
  );
});

for (const [name, spec] of Object.entries(RELEASES)) {
  Deno.test(`renderUnits() makes HelmRelease ${name} of kcm-spec 8.8`, () => {
    const region = { "k0rdent.mirantis.com/region": "eu" };
    const isRegional = name.startsWith("eu-");
    assertEquals(objectOf(platform("k0rdent").review, "HelmRelease", name), {
      apiVersion: "helm.toolkit.fluxcd.io/v2",
      kind: "HelmRelease",
      metadata: {
        name,
        namespace: "kcm-system",
        labels: isRegional ? { ...MANAGED, ...region } : MANAGED,
      },
      spec,
    } as Manifest);
  });
}

Deno.test("renderUnits() makes the HelmChart of a Release's templates", () => {
  const made = objectOf(
    platform("k0rdent").review,
    "HelmChart",
    "kcm-1-11-0-tpl",
  );
  assertEquals(made.metadata.labels, MANAGED);
  assertEquals(made.spec, {
    chart: "kcm-templates",
    version: "1.11.0",
    sourceRef: { kind: "HelmRepository", name: "kcm-templates" },
    interval: "10m0s",
  });
});

Deno.test("renderUnits() makes the StateManagementProvider that KCM makes", () => {
  const kind = "StateManagementProvider";
  const made = objectOf(
    platform("k0rdent").review,
    kind,
    "ksm-projectsveltos",
  );
  const deployment = { apiVersion: "apps/v1", kind: "Deployment" };
  assertEquals(made.spec, {
    selector: {
      matchLabels: {
        "ksm.k0rdent.mirantis.com/adapter": "kcm-controller-manager",
      },
    },
    adapter: {
      ...deployment,
      name: "kcm-controller-manager",
      namespace: "kcm-system",
      readinessRule: READY,
    },
    provisioner: [{
      ...deployment,
      name: "addon-controller",
      namespace: "projectsveltos",
      readinessRule: READY,
    }],
    provisionerCRDs: [{
      group: "config.projectsveltos.io",
      version: "v1beta1",
      resources: ["profiles", "clustersummaries"],
    }],
    suspend: false,
  });
});

Deno.test("renderUnits() makes the role of a StateManagementProvider", () => {
  const { review } = platform("k0rdent");
  const verbs = ["get", "list", "watch"];
  const role = objectOf(review, "ClusterRole", "ksm-projectsveltos-cr");
  assertEquals(getField(role, "rules"), [
    { apiGroups: ["apps"], resources: ["deployments"], verbs },
    {
      apiGroups: ["config.projectsveltos.io"],
      resources: ["clustersummaries", "profiles"],
      verbs,
    },
    {
      apiGroups: ["apiextensions.k8s.io"],
      resources: ["customresourcedefinitions"],
      verbs,
    },
  ]);
});

for (const level of ["capi", "helmrelease"] as const) {
  Deno.test(`renderUnits() applies Cluster API and its providers at level ${level}, but not KCM`, () => {
    const { applied } = platform(level);
    assertEquals(namesOf(applied), [
      "HelmRelease capi",
      "HelmRelease cluster-api-provider-docker",
      "HelmRelease eu-capi",
      "HelmRelease eu-kcm-regional",
      "HelmRelease eu-projectsveltos",
      "HelmRelease projectsveltos",
    ]);
    for (const { manifest } of applied) {
      assertEquals(manifest.metadata.labels, undefined);
      assertEquals(manifest.metadata.annotations, {
        "kustomize.toolkit.fluxcd.io/prune": "disabled",
      });
    }
    const capi = objectOf(applied, "HelmRelease", "capi");
    assertEquals(getField(capi.spec, "dependsOn"), undefined);
    const regional = objectOf(applied, "HelmRelease", "eu-capi");
    assertEquals(getField(regional.spec, "dependsOn"), [
      { name: "eu-kcm-regional" },
    ]);
  });

  Deno.test(`renderUnits() applies the sources of components at level ${level}`, () => {
    const input = inputOf(DEFINITIONS, { config: { applyLevel: level } });
    const { applied, review } = renderedUnit(input, "layer sources");
    assertEquals(namesOf(applied), [
      "HelmChart cluster-api-1-1-15",
      "HelmChart cluster-api-provider-docker-1-0-24",
      "HelmChart kcm-regional-1-11-0",
      "HelmChart projectsveltos-1-12-1",
      "HelmRepository kcm-templates",
    ]);
    assertEquals(namesOf(review), [
      "HelmChart cluster-api-provider-aws-1-0-25",
      "HelmChart kcm-1-11-0",
    ]);
  });
}

Deno.test({
  name: "renderUnits() makes platforms that fit their CRDs",
  ignore: !(await requirement("shared")),
  fn() {
    for (const level of ["capi", "helmrelease", "k0rdent"] as const) {
      const { applied, review } = platform(level);
      const objects = [...applied, ...review];
      assertEquals(
        objects.flatMap(({ manifest }) => validateAgainstCrd(manifest)),
        [],
      );
    }
  },
});
