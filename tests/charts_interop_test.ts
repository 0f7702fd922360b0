import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { digestOf } from "../src/charts/digest.ts";
import { packTestChart, testRequest, withCharts } from "./charts.ts";
import { TestServer } from "./chart_repository.ts";
import { DockerRegistry } from "./docker_registry.ts";
import { requirement } from "./requirements.ts";

/** Helm in a home of its own. */
async function helm(home: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command("helm4", {
    args,
    env: {
      HELM_CACHE_HOME: `${home}/cache`,
      HELM_CONFIG_HOME: `${home}/config`,
      HELM_DATA_HOME: `${home}/data`,
    },
  }).output();
  const decoder = new TextDecoder();
  assertEquals(code, 0, decoder.decode(stderr));
  return decoder.decode(stdout);
}

async function withHome(run: (home: string) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    await run(home);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("openCharts() pulls what helm push pushed", async () => {
  if (!await requirement("helm")) return;
  if (!await requirement("docker-registry")) return;
  await using registry = await DockerRegistry.start();
  await withHome(async (home) => {
    await helm(home, "create", `${home}/dns`);
    const chart = `${home}/dns`;
    const version = "1.4.2+build.7";
    await helm(home, "package", chart, "--version", version, "-d", home);
    const archive = `${home}/dns-${version}.tgz`;
    const url = `oci://${registry.host}/team/charts`;
    await helm(home, "push", archive, url, "--plain-http");
    const source = { kind: "oci", url, insecure: true } as const;
    const host = { origin: `http://${registry.host}` };
    for (const wanted of ["1.x", version]) {
      await withCharts([host], async (charts) => {
        const outcome = await charts.resolve(
          testRequest(source, "dns", wanted),
        );
        assert(outcome.kind === "available", JSON.stringify(outcome));
        const { locked } = outcome.result;
        assertEquals([locked.name, locked.version], ["dns", version]);
        assertEquals(
          locked.digest,
          await digestOf(await Deno.readFile(archive)),
        );
      });
    }
  });
});

Deno.test("openCharts() reads what helm repo index wrote", async () => {
  if (!await requirement("helm")) return;
  await withHome(async (home) => {
    await helm(home, "create", `${home}/dns`);
    const served = `${home}/served`;
    for (const version of ["1.2.0", "1.10.0"]) {
      const chart = `${home}/dns`;
      await helm(home, "package", chart, "--version", version, "-d", served);
    }
    await helm(home, "repo", "index", served);
    await using server = new TestServer(
      new Proxy({}, {
        get: (_target, path) => async () =>
          new Response(await Deno.readFile(`${served}${String(path)}`)),
      }),
    );
    await withCharts([{ origin: server.origin }], async (charts) => {
      const source = { kind: "http", url: `${server.origin}/` } as const;
      const outcome = await charts.resolve(testRequest(source, "dns", "^1.2"));
      assert(outcome.kind === "available", JSON.stringify(outcome));
      assertEquals(outcome.result.locked.version, "1.10.0");
    });
  });
});

Deno.test("packChart() writes archives that Helm takes", async () => {
  if (!await requirement("helm")) return;
  await withHome(async (home) => {
    const long = `files/${"long-".repeat(40)}ä.txt`;
    const archive = packTestChart("dns", "1.2.0", { [long]: "x" });
    await Deno.writeFile(`${home}/dns.tgz`, archive);
    const shown = await helm(home, "show", "chart", `${home}/dns.tgz`);
    assertStringIncludes(shown, "version: 1.2.0");
  });
});
