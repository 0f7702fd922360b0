/**
 * Locked charts on the way from a repository to its rendered branch.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { packTestChart } from "./charts.ts";
import { k0render } from "./cli.ts";
import { DockerRegistry } from "./docker_registry.ts";
import { type Fleet, withFleet } from "./fleet.ts";
import { requirement } from "./requirements.ts";

const CHART = "docker-hosted-cp";
const ARCHIVE = packTestChart(CHART, "1.0.15", {
  "Chart.yaml": `apiVersion: v2
name: ${CHART}
version: 1.0.15
annotations:
  cluster.x-k8s.io/provider: infrastructure-docker, control-plane-k0sproject-k0smotron, bootstrap-k0sproject-k0smotron
`,
  "templates/cluster.yaml": `apiVersion: cluster.x-k8s.io/v1beta2
kind: Cluster
metadata:
  name: {{ .Release.Name }}
  annotations: {from: registry}
`,
});

/** The definitions with their charts in a registry, one of them pushed. */
async function withLockedFleet(
  test: (
    fleet: Fleet,
    options: { readonly allow: readonly string[]; readonly lock: string },
  ) => Promise<void>,
): Promise<void> {
  await using registry = await DockerRegistry.start();
  await registry.push(`kcm/charts/${CHART}`, "1.0.15", ARCHIVE);
  await withFleet(async (fleet) => {
    const config = await Deno.readTextFile(`${fleet.work}/k0render.yaml`);
    await fleet.push({
      "k0render.yaml": `${config}installation:
  templatesRepoURL: oci://${registry.host}/kcm/charts
  insecureRegistry: true
`,
    });
    const allow = ["--allow-host", `http://${registry.host}`];
    const { stdout } = await k0render(
      "charts",
      "lock",
      ...["--source", fleet.origin, "--cache", fleet.path("cache")],
      ...allow,
    );
    await test(fleet, { allow, lock: stdout });
  });
}

Deno.test("charts lock prints the lock of a repository, with what could be locked", async () => {
  if (!await requirement("docker-registry")) return;
  await withLockedFleet(async (fleet, { lock }) => {
    assertEquals(lock.match(/^- chart: (.*)$/gm), [`- chart: ${CHART}`]);
    await fleet.push({ "k0render.lock": lock });
    assertEquals((await fleet.render()).code, 0);
    const files = await fleet.rendered();
    const cluster = [...files].find(([path]) =>
      path.startsWith("clusters/lab/lab/cluster.")
    );
    assertStringIncludes(cluster?.[1] ?? "", "from: registry");
    assert([...files.keys()].some((path) => path.startsWith("clusters/prod/")));
  });
});

Deno.test("render --commit keeps a cluster whose chart is not to be had", async () => {
  if (!await requirement("docker-registry")) return;
  await withLockedFleet(async (fleet, { allow, lock }) => {
    await fleet.push({ "k0render.lock": lock });
    assertEquals((await fleet.render()).code, 0);
    const before = await fleet.rendered();
    await Deno.remove(fleet.path("cache/charts"), { recursive: true });
    await fleet.edit("clusters/lab.yaml", "spec:", "spec: # changed");
    const failed = await fleet.render();
    assertEquals(failed.code, 1);
    assertStringIncludes(failed.stderr, "charts/unavailable");
    const kept = (files: Map<string, string>) =>
      [...files].filter(([path]) => path.startsWith("clusters/lab/"));
    assertEquals(kept(await fleet.rendered()), kept(before));
    assertEquals((await fleet.render(...allow)).code, 0);
    assertEquals(kept(await fleet.rendered()), kept(before));
  });
});
