import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { serveCharts, type TestServer } from "./chart_repository.ts";
import { packTestChart } from "./charts.ts";
import { k0render } from "./cli.ts";

const CLUSTER_CHART = {
  "values.schema.json": '{"type": "object"}',
  "templates/cluster.yaml": [
    "apiVersion: cluster.x-k8s.io/v1beta2",
    "kind: Cluster",
    "metadata:",
    "  name: {{ .Release.Name }}",
    "  annotations:",
    "    chart: {{ .Chart.Version }}",
    "",
  ].join("\n"),
};

function definitions(url: string, version: string): string {
  return `
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: {name: own, namespace: prod}
spec: {url: "${url}"}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterTemplate
metadata: {name: own, namespace: prod}
spec:
  helm:
    chartSpec:
      chart: own-cluster
      version: "${version}"
      sourceRef: {kind: HelmRepository, name: own}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: own, namespace: prod}
spec:
  identityRef: {apiVersion: v1, kind: Secret, name: own, namespace: prod}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: own, credential: own}
`;
}

interface Site {
  readonly server: TestServer;
  readonly source: string;
  run(...args: string[]): ReturnType<typeof k0render>;
  rendered(path: string): Promise<string>;
}

async function withSite(run: (site: Site) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  const source = `${folder}/dry`;
  await Deno.mkdir(source);
  await using server = await serveCharts(
    ["1.0.0", "1.4.2", "2.0.0"].map((version) => ({
      name: "own-cluster",
      version,
      archive: packTestChart("own-cluster", version, CLUSTER_CHART),
    })),
  );
  const url = `${server.origin}/charts`;
  await Deno.writeTextFile(`${source}/fleet.yaml`, definitions(url, "1.x"));
  try {
    await run({
      server,
      source,
      run: (...args) =>
        k0render(...args, "--source", source, "--cache", `${folder}/cache`),
      rendered: (path) => Deno.readTextFile(`${folder}/out/default/${path}`),
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("charts lock pins the newest chart that a template allows", async () => {
  await withSite(async ({ server, source, run }) => {
    const { code, stdout, stderr } = await run(
      "charts",
      "lock",
      "--allow-host",
      server.origin,
    );
    assertEquals([code, stderr], [0, "No findings\n"]);
    assertStringIncludes(stdout, "1 charts locked");
    const lock = await Deno.readTextFile(`${source}/k0render.lock`);
    assertStringIncludes(lock, '    version: "1.4.2"\n');
    assertStringIncludes(lock, `url: ${server.origin}/charts\n`);
    await run("charts", "lock", "--allow-host", server.origin);
    assertEquals(await Deno.readTextFile(`${source}/k0render.lock`), lock);
  });
});

Deno.test("charts lock reaches no host that nobody listed", async () => {
  await withSite(async ({ server, run }) => {
    const { code, stderr } = await run("charts", "lock");
    assertEquals(code, 1);
    assertStringIncludes(stderr, "charts/unavailable");
    assertStringIncludes(stderr, "fleet.yaml:");
    assertStringIncludes(stderr, `--allow-host ${server.origin}`);
    assertEquals(server.seen, []);
  });
});
