import { assertEquals } from "@std/assert";
import { indexCharts } from "./vendored_charts.ts";

const RELEASE = { release: { name: "demo", namespace: "prod" }, values: {} };

function chart(text: string) {
  return [{ path: "Chart.yaml", bytes: new TextEncoder().encode(text) }];
}

Deno.test("indexCharts() finds the version that is asked for, else the last", () => {
  const { names, find } = indexCharts(
    new Map([
      ["a", chart("name: own\nversion: 1.0.0\n")],
      ["b", chart("name: own\nversion: 2.0.0\n")],
      ["c", chart("name: own\nversion: 3.0.0\n")],
    ]),
  );
  assertEquals(names, ["own", "own", "own"]);
  assertEquals(find("own", "2.0.0")?.version, "2.0.0");
  assertEquals(find("own", "4.0.0")?.version, "3.0.0");
  assertEquals(find("own")?.version, "3.0.0");
  assertEquals(find("other"), undefined);
});

Deno.test("indexCharts() warns of a chart without a name", () => {
  const { findings } = indexCharts(
    new Map([["a", chart("name: ''\nversion: 1.0.0\n")]]),
  );
  assertEquals(findings.map(({ severity, message }) => [severity, message]), [[
    "warning",
    'Cannot use "Chart.yaml" of the chart: "name": it must be the name of a directory',
  ]]);
});

Deno.test("indexCharts() lets no chart be rendered that lacks a file", () => {
  const { find } = indexCharts(
    new Map([["a", chart("name: own\nversion: 1.0.0\n")]]),
    { unreadable: new Map([["a", ["a/templates/big.yaml"]]]) },
  );
  const { objects, problems } = find("own")?.render(RELEASE) ?? {};
  assertEquals(objects, []);
  assertEquals(problems?.map(({ message }) => message), [
    'Cannot read the chart: "a/templates/big.yaml" of it could not be read',
  ]);
});

Deno.test("a chart names providers and contracts in its annotations", () => {
  const { find } = indexCharts(
    new Map([[
      "a",
      chart(`name: own
version: 1.0.0
annotations:
  cluster.x-k8s.io/provider: infrastructure-aws, bootstrap-k0smotron,
  cluster.x-k8s.io/infrastructure-aws: v1beta2
  cluster.x-k8s.io/v1beta1: v1beta1
`),
    ]]),
  );
  const { providers, providerContracts } = find("own")?.metadata ?? {};
  assertEquals(providers, ["bootstrap-k0smotron", "infrastructure-aws"]);
  assertEquals(providerContracts, { "infrastructure-aws": "v1beta2" });
});

Deno.test("a chart's digest changes with its files and what it is rendered for", () => {
  const files = chart("name: own\nversion: 1.0.0\n");
  const more = [...files, { path: "a", bytes: new Uint8Array([1]) }];
  const digests = [
    indexCharts(new Map([["a", files]])),
    indexCharts(new Map([["a", more]])),
    indexCharts(new Map([["a", files]]), { settings: { helm: 3 } }),
    indexCharts(new Map([["a", files]]), { settings: { kubeVersion: "1.30" } }),
    indexCharts(new Map([["a", files]]), {
      settings: { apiVersions: ["a/v1"] },
    }),
  ].map(({ find }) => find("own")?.digest);
  assertEquals(new Set(digests).size, digests.length);
});
