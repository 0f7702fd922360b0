import { assertEquals } from "@std/assert";
import { getPath, type Manifest, type ValueMap } from "../src/model/mod.ts";
import { readBuiltInTemplates } from "../src/service/built_in.ts";
import { loadLibrary, renderPackage } from "../src/templates/mod.ts";
import { BUILT_IN_CHARTS } from "./golden.ts";

const library = loadLibrary({ builtIn: await readBuiltInTemplates() });

Deno.test("built-in packages are those of seven charts, without findings", () => {
  assertEquals(library.clusterCharts(), [...BUILT_IN_CHARTS]);
  assertEquals(library.findings, []);
});

for (const chart of BUILT_IN_CHARTS) {
  Deno.test(`${chart} knows a contract for each provider it needs`, () => {
    const { providers, providerContracts } = packageOf(chart).metadata;
    // The provider of adopted clusters is k0rdent itself.
    const known = providers.filter((it) => it !== "infrastructure-internal");
    assertEquals(Object.keys(providerContracts).sort(), known.sort());
  });
}

const NAMES: readonly [string, ValueMap, string][] = [
  ["its own", { address: "10.1.0.11", port: 22, name: "rack-1" }, "rack-1"],
  ["a hash with its port", { address: "10.1.0.11", port: 22 }, "demo-cbff19"],
  ["a hash without a port", { address: "10.1.0.11" }, "demo-0d707c"],
];

for (const [criterion, machine, name] of NAMES) {
  Deno.test(`remote-cluster names a machine ${criterion}`, () => {
    const objects = render("remote-cluster", { machines: [machine] });
    const named = objects.filter(({ metadata }) => metadata.name === name);
    assertEquals(named.map(({ kind }) => kind), [
      "Machine",
      "K0sWorkerConfig",
      "RemoteMachine",
    ]);
  });
}

Deno.test("remote-cluster gives three objects for each machine", () => {
  const machines = ["10.0.0.1", "10.0.0.2", "10.0.0.3"]
    .map((address) => ({ address }));
  const objects = render("remote-cluster", { machines });
  assertEquals(objects.length, 3 + 3 * machines.length);
});

Deno.test("remote-cluster must know who needs sudo to trust a mirror", () => {
  const values = {
    machines: [{ address: "10.0.0.1" }],
    global: { k0sURLCertSecret: "mirror-ca" },
  };
  assertEquals(problems("remote-cluster", values), [
    'Cannot read "machine.useSudo": there is no "useSudo"',
  ]);
});

Deno.test("vsphere-standalone-cp without workers runs them on the control plane", () => {
  const objects = render("vsphere-standalone-cp", { workersNumber: 0 });
  assertEquals(objects.map(({ kind }) => kind).sort(), [
    "Cluster",
    "K0sControlPlane",
    "VSphereCluster",
    "VSphereMachineTemplate",
  ]);
  const args = getPath(
    objects.find(({ kind }) => kind === "K0sControlPlane"),
    ["spec", "k0sConfigSpec", "args", 1],
  );
  assertEquals(args, "--no-taints");
});

Deno.test("vsphere-standalone-cp lets a user's argument win over its own", () => {
  const values = { k0s: { api: { extraArgs: { "anonymous-auth": "false" } } } };
  const controlPlane = render("vsphere-standalone-cp", values)
    .find(({ kind }) => kind === "K0sControlPlane");
  const path = ["spec", "k0sConfigSpec", "k0s", "spec", "api", "extraArgs"];
  assertEquals(getPath(controlPlane, [...path, "anonymous-auth"]), "false");
});

Deno.test("vsphere-standalone-cp drops a default that is null in the values", () => {
  const values = { k0s: { network: { provider: "custom", calico: null } } };
  const controlPlane = render("vsphere-standalone-cp", values)
    .find(({ kind }) => kind === "K0sControlPlane");
  const path = ["spec", "k0sConfigSpec", "k0s", "spec", "network"];
  assertEquals(getPath(controlPlane, path), { provider: "custom" });
});

Deno.test("docker-hosted-cp shortens a long name as k0rdent does", () => {
  const name = `${"n".repeat(62)}-and-more`;
  const [cluster] = render("docker-hosted-cp", {}, name);
  assertEquals(cluster?.metadata.name, "n".repeat(62));
});

Deno.test("adopted-cluster says who made it only beside other labels", () => {
  const [plain] = render("adopted-cluster", { clusterLabels: null });
  assertEquals(plain?.metadata, { name: "demo" });
  const [labelled] = render("adopted-cluster", { clusterLabels: { a: "b" } });
  assertEquals(labelled?.metadata.labels, {
    a: "b",
    "helm.toolkit.fluxcd.io/name": "demo",
    "helm.toolkit.fluxcd.io/namespace": "prod",
  });
});

function packageOf(chart: string) {
  const found = library.clusterPackage(chart);
  if (!found) throw new Error(`Cannot find package "${chart}"`);
  return found;
}

function renderAs(name: string, chart: string, values: ValueMap) {
  const release = { name, namespace: "prod" };
  return renderPackage(packageOf(chart), { release, values });
}

function render(
  chart: string,
  values: ValueMap,
  name = "demo",
): readonly Manifest[] {
  const { objects, problems } = renderAs(name, chart, values);
  assertEquals(problems, []);
  return objects;
}

function problems(chart: string, values: ValueMap): string[] {
  return renderAs("demo", chart, values).problems.map(({ message }) => message);
}
