import { assertEquals } from "@std/assert";
import type { Manifest, ObjectChange, ValueMap } from "../../model/mod.ts";
import type { UnitPair } from "../comparison.ts";
import { diffObjects } from "../objects/mod.ts";
import type { Level } from "./effect_context.ts";
import { effectsOf } from "./effects_of.ts";

const CLUSTER = { kind: "cluster", namespace: "prod", name: "eu1" } as const;
const PLATFORM = { kind: "layer", layer: "platform" } as const;

const EKS = object(
  "controlplane.cluster.x-k8s.io/v1beta2",
  "AWSManagedControlPlane",
);
const POOL = object("cluster.x-k8s.io/v1beta2", "MachineDeployment");
const TEMPLATE = object(
  "infrastructure.cluster.x-k8s.io/v1beta2",
  "AWSMachineTemplate",
);
const HOSTED = object(
  "controlplane.cluster.x-k8s.io/v1beta2",
  "K0smotronControlPlane",
);
const KUBEADM = object(
  "controlplane.cluster.x-k8s.io/v1beta2",
  "KubeadmControlPlane",
);

Deno.test("effectsOf() refuses downgrades and skipped minors of managed control planes", () => {
  const cases = [
    ["v1.34.0", "v1.35.0", "control-plane-rollout", "EKS v1.34.0 → v1.35.0"],
    ["v1.35.0", "v1.34.0", "will-fail", "EKS v1.35.0 → v1.34.0 goes back"],
    [
      "v1.33.0",
      "v1.36.0",
      "will-fail",
      "EKS v1.33.0 → v1.36.0 leaves out 1.34, 1.35",
    ],
  ] as const;
  for (const [before, after, kind, summary] of cases) {
    const [effect] = inCluster([EKS({ version: before })], [
      EKS({ version: after }),
    ]);
    assertEquals([effect?.kind, effect?.summary], [kind, summary]);
  }
});

Deno.test("effectsOf() warns of even numbers of etcd members", () => {
  const at = (version: string) => KUBEADM({ version, replicas: 2 });
  const [effect] = inCluster([at("v1.35.0")], [at("v1.36.0")]);
  assertEquals(effect?.warnings, [
    "2 controllers: etcd has no majority to spare while one of them is replaced",
  ]);
});

Deno.test("effectsOf() rolls the pods of a hosted control plane", () => {
  const [effect] = inCluster(
    [HOSTED({ k0sConfig: { a: 1 }, replicas: 3 })],
    [HOSTED({ k0sConfig: { a: 2 }, replicas: 3 })],
  );
  assertEquals([effect?.kind, effect?.warnings], ["control-plane-rollout", []]);
});

Deno.test("effectsOf() tells what becomes of a removed pool, level by level", () => {
  const kept = POOL({}, { "kustomize.toolkit.fluxcd.io/prune": "disabled" });
  const cases: readonly (readonly [Level, boolean, Manifest, string])[] = [
    ["capi", true, kept, "reconciliation"],
    ["helmrelease", false, POOL({}), "reconciliation"],
    ["k0rdent", false, POOL({}), "delete"],
    [
      "k0rdent",
      false,
      POOL({}, { "helm.sh/resource-policy": "keep" }),
      "reconciliation",
    ],
  ];
  for (const [level, applied, pool, kind] of cases) {
    const [effect] = inCluster([pool], [], { level, applied });
    assertEquals([level, effect?.kind], [level, kind]);
  }
});

Deno.test("effectsOf() warns of a machine template that Helm deletes at once", () => {
  const [effect] = inCluster([TEMPLATE({})], [], {
    level: "k0rdent",
    applied: false,
  });
  assertEquals(effect?.rule, "effects/object-removed");
  assertEquals(effect?.warnings.length, 1);
});

Deno.test("effectsOf() leaves services where a Profile goes that says so", () => {
  const profile = object("config.projectsveltos.io/v1beta1", "Profile");
  const charts = {
    helmCharts: [{
      releaseName: "dns",
      releaseNamespace: "core",
      chartVersion: "1.0.0",
    }],
  };
  const cases = [
    [[profile(charts)], [], "service-uninstall"],
    [
      [profile({ ...charts, stopMatchingBehavior: "LeavePolicies" })],
      [],
      "reconciliation",
    ],
    [
      [profile({ ...charts, stopMatchingBehavior: "LeavePolicies" })],
      [profile({ stopMatchingBehavior: "LeavePolicies" })],
      "service-uninstall",
    ],
  ] as const;
  for (const [before, after, kind] of cases) {
    const [effect] = inCluster(before, after);
    assertEquals(effect?.kind, kind);
  }
});

Deno.test("effectsOf() names what is known of an upgrade of k0smotron", () => {
  const release = (version: string): Manifest => ({
    apiVersion: "helm.toolkit.fluxcd.io/v2",
    kind: "HelmRelease",
    metadata: {
      name: "cluster-api-provider-k0sproject-k0smotron",
      namespace: "kcm-system",
    },
    spec: { chart: { spec: { chart: "k0smotron", version } } },
  });
  const [effect] = effectsIn(PLATFORM, {
    before: [release("1.0.10")],
    after: [release("2.0.0")],
  });
  assertEquals([effect?.kind, effect?.warnings], ["service-upgrade", [
    "Another major version: read how to upgrade to it",
    "Another version of k0smotron can replace the machines of all control planes",
  ]]);
});

Deno.test("effectsOf() takes what is under review for no effect at level capi", () => {
  const options = { level: "capi", applied: false } as const;
  const effects = inCluster(
    [EKS({ region: "a" })],
    [EKS({ region: "b" })],
    options,
  );
  assertEquals(effects.map(({ kind }) => kind), ["no-effect"]);
});

Deno.test("effectsOf() sees another chart of a cluster that no package expands", () => {
  const chart = { name: "aws", version: "1.0.0", origin: "", digest: "" };
  const release: Manifest = {
    apiVersion: "helm.toolkit.fluxcd.io/v2",
    kind: "HelmRelease",
    metadata: { name: "eu1", namespace: "prod" },
    spec: { chartRef: { kind: "HelmChart", name: "standalone" } },
  };
  const side = { applied: [release], review: [], retired: false };
  const pair = { unit: CLUSTER, before: { ...side, chart }, after: side };
  const charts = (name: string) =>
    new Map([["prod/standalone", { chart: name, version: "1.0.0" }]]);
  const kindsWith = (after: string) =>
    effectsOf(pair, [], {
      applyLevel: { after: "helmrelease" },
      charts: { before: charts("aws"), after: charts(after) },
    }).map(({ kind }) => kind);
  assertEquals(kindsWith("hosted"), ["replace"]);
  assertEquals(kindsWith("aws"), ["unknown"]);
});

Deno.test("effectsOf() deletes nothing that is only not expanded", () => {
  const chart = { name: "aws", version: "1.0.0", origin: "", digest: "" };
  const before = POOL({ replicas: 1 });
  const bare = { applied: [], review: [], retired: false };
  for (const level of ["helmrelease", "k0rdent"] as const) {
    const effects = effectsOf(
      {
        unit: CLUSTER,
        before: { ...bare, review: [before], chart },
        after: bare,
      },
      [{ unit: CLUSTER, applied: false, kind: "removed", before }],
      { applyLevel: { before: level, after: level } },
    );
    assertEquals(
      effects.map(({ kind, rule }) => [kind, rule]),
      [["unknown", "effects/not-expanded"], [
        "no-effect",
        "effects/review-only",
      ]],
    );
  }
});

Deno.test("effectsOf() knows nothing of new values that no package expands", () => {
  const release = object("helm.toolkit.fluxcd.io/v2", "HelmRelease");
  const eu1 = (replicas: number): Manifest => ({
    ...release({ values: { workersNumber: replicas } }),
    metadata: { name: "eu1", namespace: "prod" },
  });
  const effects = inCluster([eu1(1)], [eu1(2)], { level: "helmrelease" });
  assertEquals(effects.map(({ kind }) => kind), ["unknown"]);
});

function object(apiVersion: string, kind: string) {
  return (
    spec: ValueMap,
    annotations: Record<string, string> = {},
  ): Manifest => ({
    apiVersion,
    kind,
    metadata: { name: "eu1-x", namespace: "prod", annotations },
    spec,
  });
}

function inCluster(
  before: readonly Manifest[],
  after: readonly Manifest[],
  options: { readonly level?: Level; readonly applied?: boolean } = {},
) {
  return effectsIn(CLUSTER, { before, after, ...options });
}

function effectsIn(
  unit: UnitPair["unit"],
  { before, after, level = "capi", applied = true }: {
    readonly before: readonly Manifest[];
    readonly after: readonly Manifest[];
    readonly level?: Level;
    readonly applied?: boolean;
  },
) {
  const side = (objects: readonly Manifest[]) => ({
    applied: applied ? objects : [],
    review: applied ? [] : objects,
    retired: false,
  });
  const changes: ObjectChange[] = diffObjects(before, after)
    .map((change) => ({ unit, applied, ...change }));
  return effectsOf(
    { unit, before: side(before), after: side(after) },
    changes,
    { applyLevel: { before: level, after: level } },
  );
}
