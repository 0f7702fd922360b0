import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { serveCharts, type TestServer } from "./chart_repository.ts";
import { packTestChart } from "./charts.ts";
import { k0render } from "./cli.ts";
import { DockerRegistry } from "./docker_registry.ts";
import { requirement } from "./requirements.ts";

function clusterChart(version: string): Uint8Array<ArrayBuffer> {
  return packTestChart("own-cluster", version, {
    ...CLUSTER_CHART,
    "Chart.yaml": [
      "apiVersion: v2",
      "name: own-cluster",
      `version: ${version}`,
      "annotations:",
      "  cluster.x-k8s.io/provider: infrastructure-docker",
      "",
    ].join("\n"),
  });
}

const CLUSTER_CHART = {
  "values.yaml": "zone: none\n",
  "prod.yaml": "zone: prod\n",
  "values.schema.json": '{"type": "object"}',
  "templates/cluster.yaml": [
    "apiVersion: cluster.x-k8s.io/v1beta2",
    "kind: Cluster",
    "metadata:",
    "  name: {{ .Release.Name }}",
    "  annotations:",
    "    chart: {{ .Chart.Version }}",
    "    zone: {{ .Values.zone }}",
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
spec: {template: own, credential: own, config: {}, propagateCredentials: false}
`;
}

interface Site {
  readonly server: TestServer;
  readonly source: string;
  run(...args: string[]): ReturnType<typeof k0render>;
  render(...args: string[]): ReturnType<typeof k0render>;
  /** All that was rendered of the cluster. */
  cluster(): Promise<string>;
  /** The archives in the cache. */
  archives(): Promise<string[]>;
}

async function withSite(test: (site: Site) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  const source = `${folder}/dry`;
  await Deno.mkdir(source);
  await using server = await serveCharts(
    ["1.0.0", "1.4.2", "2.0.0"].map((version) => ({
      name: "own-cluster",
      version,
      archive: clusterChart(version),
    })),
  );
  const url = `${server.origin}/charts`;
  await Deno.writeTextFile(`${source}/fleet.yaml`, definitions(url, "1.x"));
  const run = (...args: string[]) =>
    k0render(...args, "--source", source, "--cache", `${folder}/cache`);
  try {
    await test({
      server,
      source,
      run,
      render: (...args) => run("render", "--out", `${folder}/out`, ...args),
      cluster: async () => {
        const directory = `${folder}/out/clusters/prod/eu1`;
        const paths = await list(directory);
        const texts = await Promise.all(
          paths.map((path) => Deno.readTextFile(path)),
        );
        return texts.join("");
      },
      archives: () => list(`${folder}/cache/charts/archives`),
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function list(directory: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(directory));
  return entries.map(({ name }) => `${directory}/${name}`);
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
    assertStringIncludes(stdout, "k0render.lock: 1\n");
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

Deno.test("render uses what was locked, and nothing newer", async () => {
  await withSite(async ({ server, run, render, cluster }) => {
    await run("charts", "lock", "--allow-host", server.origin);
    server.seen.length = 0;
    const { code, stderr } = await render();
    assertEquals(code, 0, stderr);
    assertEquals(server.seen, []);
    assertStringIncludes(await cluster(), 'chart: "1.4.2"');
    assertStringIncludes(await cluster(), '"origin": "lock"');
  });
});

Deno.test("render refuses a template that asks for another chart now", async () => {
  await withSite(async ({ server, source, run, render }) => {
    await run("charts", "lock", "--allow-host", server.origin);
    const url = `${server.origin}/charts`;
    await Deno.writeTextFile(`${source}/fleet.yaml`, definitions(url, "2.x"));
    const { code, stderr } = await render();
    assertEquals(code, 1);
    assertStringIncludes(stderr, "charts/stale-lock");
    assertStringIncludes(stderr, "ClusterDeployment prod/eu1");
    assertStringIncludes(stderr, "fleet.yaml:");
  });
});

Deno.test("charts vendor puts the locked chart where rendering takes it from", async () => {
  await withSite(async (site) => {
    const { server, source, run, render, cluster, archives } = site;
    await run("charts", "lock", "--allow-host", server.origin);
    const { code, stdout } = await run("charts", "vendor");
    assertEquals([code, stdout], [0, "charts/own-cluster-1.4.2\n"]);
    const template =
      `${source}/charts/own-cluster-1.4.2/templates/cluster.yaml`;
    assert((await Deno.stat(template)).isFile);
    for (const path of await archives()) await Deno.remove(path);
    assertEquals((await render()).code, 0);
    assertStringIncludes(await cluster(), 'chart: "1.4.2"');
    await Deno.writeTextFile(template, "# changed\n", { append: true });
    const changed = await render();
    assertEquals(changed.code, 1);
    assertStringIncludes(changed.stderr, "charts/wrong-digest");
  });
});

Deno.test("render takes no damaged chart from its cache", async () => {
  await withSite(async ({ server, run, render, archives }) => {
    await run("charts", "lock", "--allow-host", server.origin);
    for (const path of await archives()) {
      await Deno.writeFile(path, packTestChart("own-cluster", "1.4.2"));
    }
    const offline = await render();
    assertEquals(offline.code, 1);
    assertStringIncludes(offline.stderr, "charts/unavailable");
    const online = await render("--allow-host", server.origin);
    assertEquals(online.code, 0, online.stderr);
  });
});

Deno.test("charts lock refuses a version that was published again", async () => {
  await withSite(async ({ server, source, run }) => {
    await run("charts", "lock", "--allow-host", server.origin);
    const lock = await Deno.readTextFile(`${source}/k0render.lock`);
    await using other = await serveCharts([{
      name: "own-cluster",
      version: "1.4.2",
      archive: packTestChart("own-cluster", "1.4.2", { "a.txt": "evil" }),
    }]);
    Object.assign(server.answers, other.answers);
    const { code, stderr } = await run(
      "charts",
      "lock",
      "--allow-host",
      server.origin,
    );
    assertEquals(code, 1);
    assertStringIncludes(stderr, "charts/wrong-digest");
    assertEquals(await Deno.readTextFile(`${source}/k0render.lock`), lock);
  });
});

Deno.test("render refuses all charts where the lock cannot be read", async () => {
  await withSite(async ({ source, render }) => {
    await Deno.writeTextFile(
      `${source}/k0render.lock`,
      "apiVersion: k0render.dev/v1alpha1\nkind: ChartLock\ncharts:\n- chart: 1\n",
    );
    const { code, stderr } = await render();
    assertEquals(code, 1);
    assertStringIncludes(stderr, "k0render.lock:4");
    assertStringIncludes(stderr, "charts/invalid-lock");
  });
});

Deno.test("charts lock gives services the version of their range", async () => {
  await withSite(async ({ server, source, run, render, cluster }) => {
    const service = `---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ServiceTemplate
metadata: {name: base, namespace: prod}
spec:
  helm:
    chartSpec:
      chart: own-cluster
      version: "~1.0"
      sourceRef: {kind: HelmRepository, name: own}
`;
    const text = await Deno.readTextFile(`${source}/fleet.yaml`);
    const used = text.replace(
      "config: {}",
      "config: {}, serviceSpec: {services: [{name: base, template: base}]}",
    );
    await Deno.writeTextFile(`${source}/fleet.yaml`, used + service);
    await run("charts", "lock", "--allow-host", server.origin);
    const { code, stderr } = await render();
    assertEquals(code, 0, stderr);
    assertStringIncludes(await cluster(), 'chartVersion: "1.0.0"');
    await Deno.writeTextFile(
      `${source}/fleet.yaml`,
      (used + service).replace('"~1.0"', '"2.0.0"'),
    );
    const stale = await render();
    assertEquals(stale.code, 0, stale.stderr);
    assertStringIncludes(stale.stderr, "warning: Cannot pin a service");
    await Deno.writeTextFile(`${source}/fleet.yaml`, used + service);
    const vendored = await run("charts", "vendor", "--services");
    assertEquals(
      vendored.stdout,
      "charts/own-cluster-1.0.0\ncharts/own-cluster-1.4.2\n",
    );
  });
});

Deno.test("render puts valuesFiles in the place of the chart's values", async () => {
  await withSite(async ({ server, source, run, render, cluster }) => {
    const text = await Deno.readTextFile(`${source}/fleet.yaml`);
    const change = (file: string) =>
      Deno.writeTextFile(
        `${source}/fleet.yaml`,
        text.replace(
          'version: "1.x"',
          `version: "1.x"\n      valuesFiles: [${file}]`,
        ),
      );
    await change("prod.yaml");
    await run("charts", "lock", "--allow-host", server.origin);
    assertEquals((await render()).code, 0);
    assertStringIncludes(await cluster(), "zone: prod");
    await change("gone.yaml");
    const { code, stderr } = await render();
    assertEquals(code, 1);
    assertStringIncludes(stderr, 'it has no values file "gone.yaml"');
  });
});

Deno.test("charts lock reads hosts and credentials from the service configuration", async () => {
  await withSite(async ({ server, source, run }) => {
    const config = `${source}/.service.yaml`;
    await Deno.writeTextFile(
      config,
      `apiVersion: k0render.dev/v1alpha1
kind: ServiceConfig
charts: {hosts: [{host: "${server.origin}", username: robot, password: hunter2}]}
`,
    );
    const { code, stdout, stderr } = await run(
      "charts",
      "lock",
      "--service-config",
      config,
    );
    assertEquals(code, 0, stderr);
    const lock = await Deno.readTextFile(`${source}/k0render.lock`);
    for (const text of [stdout, stderr, lock]) {
      assert(!text.includes("hunter2"));
    }
    assertEquals(
      server.seen[0]?.authorization,
      `Basic ${btoa("robot:hunter2")}`,
    );
    const wrong = await run("charts", "lock", "--allow-host", "a/b");
    assertEquals(wrong.code, 2);
    assertStringIncludes(wrong.stderr, '"a/b" is no host');
  });
});

Deno.test("charts lock pins official templates that nobody declares", async () => {
  if (!await requirement("docker-registry")) return;
  await using registry = await DockerRegistry.start();
  await withSite(async ({ source, run, render, cluster }) => {
    const chart = "docker-hosted-cp";
    const archive = packTestChart(chart, "9.9.9", {
      ...CLUSTER_CHART,
      "Chart.yaml": [
        "apiVersion: v2",
        `name: ${chart}`,
        "version: 9.9.9",
        "annotations:",
        "  cluster.x-k8s.io/provider: infrastructure-docker",
        "",
      ].join("\n"),
    });
    await registry.push(`kcm/charts/${chart}`, "9.9.9", archive);
    await Deno.writeTextFile(
      `${source}/k0render.yaml`,
      `apiVersion: k0render.dev/v1alpha1
kind: RenderConfig
installation:
  templatesRepoURL: oci://${registry.host}/kcm/charts
  insecureRegistry: true
`,
    );
    const fleet = await Deno.readTextFile(`${source}/fleet.yaml`);
    await Deno.writeTextFile(
      `${source}/fleet.yaml`,
      fleet.slice(
        fleet.indexOf(
          "apiVersion: k0rdent.mirantis.com/v1beta1\nkind: Credential",
        ),
      )
        .replace("template: own", `template: ${chart}-9-9-9`),
    );
    const locked = await run(
      "charts",
      "lock",
      "--allow-host",
      `http://${registry.host}`,
    );
    assertEquals(locked.code, 0, locked.stderr);
    const lock = await Deno.readTextFile(`${source}/k0render.lock`);
    assertStringIncludes(lock, "namespace: kcm-system\n");
    const { code, stderr } = await render();
    assertEquals(code, 0, stderr);
    assertStringIncludes(await cluster(), 'chart: "9.9.9"');
  });
});
