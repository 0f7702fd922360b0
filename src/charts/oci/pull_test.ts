import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  packTestChart,
  testRequest,
  withCharts,
} from "../../../tests/charts.ts";
import { DockerRegistry } from "../../../tests/docker_registry.ts";
import { requirement } from "../../../tests/requirements.ts";
import type { ChartAddress } from "../../templates/helm/lock/mod.ts";
import { digestOf } from "../digest.ts";

// bcrypt of "secret".
const LOGIN = {
  htpasswd: "robot:$2y$05$PLACEHOLDER\n",
  username: "robot",
  password: "secret",
};

function addressOf(registry: DockerRegistry): ChartAddress {
  return {
    kind: "oci",
    url: `oci://${registry.host}/team/charts`,
    insecure: true,
  };
}

Deno.test("openCharts() resolves a range to the newest tag of a registry", async () => {
  if (!await requirement("docker-registry")) return;
  await using registry = await DockerRegistry.start();
  const archives = new Map<string, Uint8Array>();
  for (const version of ["1.2.0", "1.10.0", "2.0.0-rc.1", "1.10.0+build.2"]) {
    const archive = packTestChart("dns", version);
    archives.set(version, archive);
    await registry.push("team/charts/dns", version.replace("+", "_"), archive);
  }
  const cases: [wanted: string, expected: string][] = [
    ["1.2.0", "1.2.0"],
    ["~1.2", "1.2.0"],
    [">=1.0, <1.5", "1.2.0"],
    ["2.0.0-rc.1", "2.0.0-rc.1"],
    ["1.10.0+build.2", "1.10.0+build.2"],
    [">1-0", "2.0.0-rc.1"],
  ];
  await withCharts([{ origin: `http://${registry.host}` }], async (charts) => {
    for (const [wanted, expected] of cases) {
      const outcome = await charts.resolve(
        testRequest(addressOf(registry), "dns", wanted),
      );
      assert(outcome.kind === "available", JSON.stringify(outcome));
      assertEquals(outcome.result.locked.version, expected);
      assertEquals(
        outcome.result.locked.digest,
        await digestOf(archives.get(expected)!),
      );
    }
    const none = await charts.resolve(
      testRequest(addressOf(registry), "dns", "3.x"),
    );
    assert(none.kind === "unavailable");
    assertStringIncludes(none.reason, 'no version matches "3.x"');
    const unknown = await charts.resolve(
      testRequest(addressOf(registry), "nope", "1.x"),
    );
    assert(unknown.kind === "unavailable");
    assertStringIncludes(unknown.reason, "there is no");
  });
});
