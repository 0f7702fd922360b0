/**
 * The service in a process of its own: it notices a push by looking, survives
 * what it finds, and ends when it is told to.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { withK0render } from "./cli.ts";
import { type Fleet, withFleet } from "./fleet.ts";

Deno.test("serve renders what is pushed, says what is wrong, and ends on SIGTERM", async () => {
  await withFleet(async (fleet) => {
    const serve = [
      "serve",
      ...["--source", fleet.origin, "--cache", fleet.path("cache")],
      ...["--interval", "1"],
    ];
    await withK0render(serve, async ({ stderr: log, stop }) => {
      assertStringIncludes(await log.until("Watching"), fleet.origin);
      await log.until("committed rendered");
      assertEquals(await workers(fleet), "replicas: 4");

      await fleet.edit(
        "clusters/eu1.yaml",
        "workersNumber: 4",
        "workersNumber: 6",
      );
      await log.until("committed rendered");
      assertEquals(await workers(fleet), "replicas: 6");

      await fleet.pushRendered({ [DEPLOYMENT]: "changed: by hand\n" });
      await log.until("[tree/changed-by-hand]");
      await log.until("committed rendered");
      assertEquals(await workers(fleet), "replicas: 6");

      await fleet.edit(
        "clusters/eu1.yaml",
        "workersNumber: 6",
        "workersNumber: six",
      );
      await log.until("[render/package]");
      await log.until("1 failed");
      assertEquals(await workers(fleet), "replicas: 6");

      assertEquals(await stop(), 0);
      assert(!/^ +at /m.test(log.seen));
    });
  });
});

const DEPLOYMENT =
  "clusters/prod/eu1/machine-deployment.cluster.x-k8s.io_prod_eu1-md.yaml";

async function workers(fleet: Fleet): Promise<string | undefined> {
  const text = (await fleet.rendered()).get(DEPLOYMENT);
  return text?.match(/replicas: \d+/)?.[0];
}
