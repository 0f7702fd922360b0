import { assert, assertEquals } from "@std/assert";
import { LAYERS, type ValueMap } from "../../model/mod.ts";
import { DEFAULT_CONFIG, type RenderConfig } from "../../source/mod.ts";
import { builtInLibrary } from "../_testing.ts";
import {
  type EntryPoint,
  type PlacedUnit,
  renderEntryPoint,
} from "./entry_point.ts";
import { followBranch } from "./follow_branch.ts";
import { clusterKustomizationName } from "./kustomization_name.ts";

const ENVIRONMENT = { name: "prod", branch: "rendered/prod" };

const COMMON = {
  prune: true,
  deletionPolicy: "Orphan",
  interval: "1h",
  retryInterval: "2m",
  timeout: "5m",
};

function cluster(name: string): PlacedUnit {
  return {
    id: { kind: "cluster", namespace: "prod", name },
    directory: `clusters/prod/${name}`,
  };
}

function entryPoint(
  units: readonly PlacedUnit[],
  options: {
    config?: Partial<RenderConfig>;
    shards?: ReadonlyMap<string, string>;
  } = {},
): EntryPoint {
  return renderEntryPoint({
    config: { ...DEFAULT_CONFIG, ...options.config },
    environment: ENVIRONMENT,
    library: builtInLibrary(),
    units,
    shards: options.shards ?? new Map(),
  });
}

function specOf({ objects }: EntryPoint, name: string): ValueMap | undefined {
  const found = objects.find(({ manifest }) => manifest.metadata.name === name);
  return found?.manifest.spec as ValueMap | undefined;
}

Deno.test("renderEntryPoint() makes a Kustomization that never takes its cluster along", () => {
  const { objects } = entryPoint([cluster("eu1")]);
  assertEquals(objects.at(-1)?.manifest, {
    apiVersion: "kustomize.toolkit.fluxcd.io/v1",
    kind: "Kustomization",
    metadata: {
      name: "k0render.prod.eu1",
      namespace: "flux-system",
      labels: { "k0render.dev/environment": "prod" },
    },
    spec: {
      path: "./clusters/prod/eu1",
      sourceRef: { kind: "GitRepository", name: "k0render" },
      prune: true,
      deletionPolicy: "Orphan",
      interval: "1h",
      retryInterval: "2m",
      timeout: "5m",
      dependsOn: [
        { name: "k0render-templates" },
        { name: "k0render-credentials" },
      ],
    },
  });
});

Deno.test("renderEntryPoint() has all layers, also empty ones, without a circle", () => {
  const point = entryPoint([]);
  const seen = new Set<string>();
  const pending = LAYERS.map((layer) => `k0render-${layer}`);
  while (pending.length > 0) {
    const ready = pending.find((name) =>
      before(name).every((b) => seen.has(b))
    );
    assert(ready !== undefined, `Cannot order ${pending}`);
    seen.add(ready);
    pending.splice(pending.indexOf(ready), 1);
  }

  function before(name: string): string[] {
    const list = specOf(point, name)?.dependsOn ?? [];
    return (list as { name: string }[]).map((one) => one.name);
  }
});

Deno.test("renderEntryPoint() waits for what others cannot do without, never for clusters", () => {
  const point = entryPoint([cluster("eu1")]);
  const waiting = point.objects
    .filter(({ manifest }) => (manifest.spec as ValueMap).wait === true)
    .map(({ manifest }) => manifest.metadata.name);
  assertEquals(waiting, [
    "k0render-namespaces",
    "k0render-templates",
    "k0render-credentials",
  ]);
});

Deno.test("renderEntryPoint() has clusters share Kustomizations in a large fleet", () => {
  const layout = { ...DEFAULT_CONFIG.layout, shards: { above: 2, size: 2 } };
  const units = ["a", "b", "c"].map(cluster);
  const point = entryPoint(units, { config: { layout } });
  const names = point.objects.map(({ manifest }) => manifest.metadata.name);
  assertEquals(names.slice(LAYERS.length), [
    "k0render-shard-000",
    "k0render-shard-001",
  ]);
  assertEquals(
    specOf(point, "k0render-shard-001")?.path,
    "./flux/shards/001",
  );
  assertEquals(point.shards.get("prod/c"), "001");
});

Deno.test("clusterKustomizationName() gives each cluster a name that fits a label", () => {
  const long = "x".repeat(60);
  const clusters = [
    { namespace: "a", name: "b-c" },
    { namespace: "a-b", name: "c" },
    { namespace: "a", name: "b.c" },
    { namespace: "a", name: `${long}1` },
    { namespace: "a", name: `${long}2` },
  ];
  const names = clusters.map((one) =>
    clusterKustomizationName("k0render", one)
  );
  assertEquals(new Set(names).size, clusters.length);
  assert(names.every((name) => name.length <= 63));
});

Deno.test("followBranch() makes what somebody applies once", () => {
  const followed = followBranch({
    config: DEFAULT_CONFIG,
    library: builtInLibrary(),
    environment: ENVIRONMENT,
    url: "https://git.example.com/fleet.git",
    secretName: "git",
    verifySecretName: "keys",
    receiver: { type: "generic-hmac", secretName: "token" },
  });
  if (followed.kind !== "resolved") throw new Error(followed.problem.message);
  const [repository, root, receiver] = followed.result;
  assertEquals(repository?.spec, {
    interval: "10m",
    url: "https://git.example.com/fleet.git",
    ref: { branch: "rendered/prod" },
    secretRef: { name: "git" },
    verify: { mode: "HEAD", secretRef: { name: "keys" } },
  });
  assertEquals((root?.spec as ValueMap).path, "./flux");
  assertEquals((receiver?.spec as ValueMap).resources, [{
    kind: "GitRepository",
    name: "k0render",
  }]);
});

Deno.test("renderEntryPoint() applies the clusters of a Region through its kubeconfig", () => {
  const region = {
    name: "eu",
    kubeConfig: { namespace: "infra", name: "eu-kubeconfig", key: "value" },
  };
  const { objects, regions, shards } = entryPoint([
    { ...cluster("eu1"), region },
    { id: { kind: "region", name: "eu" }, directory: "regions/eu", region },
    cluster("us1"),
  ], {
    config: {
      layout: { ...DEFAULT_CONFIG.layout, shards: { above: 1, size: 1 } },
    },
  });
  assertEquals(shards.size, 0);
  assertEquals(specOf({ objects } as EntryPoint, "k0render-region-eu"), {
    ...COMMON,
    path: "./flux/regions/eu",
    sourceRef: { kind: "GitRepository", name: "k0render" },
    dependsOn: [{ name: "k0render-namespaces" }],
  });
  const regional = regions.get("regions/eu") ?? [];
  assertEquals(
    regional.map(({ manifest }) => manifest.metadata.namespace),
    ["infra", "infra"],
  );
  const sourceRef = {
    kind: "GitRepository",
    name: "k0render",
    namespace: "flux-system",
  };
  const kubeConfig = { secretRef: { name: "eu-kubeconfig", key: "value" } };
  assertEquals(
    specOf({ objects: regional } as EntryPoint, "k0render.prod.eu1"),
    {
      ...COMMON,
      path: "./clusters/prod/eu1",
      sourceRef,
      kubeConfig,
      dependsOn: [{ name: "k0render-in-region-eu" }],
    },
  );
  assertEquals(
    specOf({ objects: regional } as EntryPoint, "k0render-in-region-eu"),
    {
      ...COMMON,
      path: "./regions/eu",
      sourceRef,
      kubeConfig,
      wait: true,
      decryption: { provider: "sops" },
    },
  );
});
