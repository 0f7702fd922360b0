/**
 * The rendered branch belongs to k0render but others can write to it: what
 * they add stays, what they change is undone, and who pushes first wins.
 */

import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { join } from "@std/path";
import { plainGit } from "../src/git/_testing.ts";
import { type Fleet, withFleet } from "./fleet.ts";

const DEPLOYMENT =
  "clusters/prod/eu1/machine-deployment.cluster.x-k8s.io_prod_eu1-md.yaml";

Deno.test("a change by hand is reported and undone, foreign files stay", async () => {
  await withFleet(async (fleet) => {
    await fleet.render();
    const before = await fleet.rendered();
    await fleet.pushRendered({
      [DEPLOYMENT]: before.get(DEPLOYMENT)!.replace(
        "replicas: 4",
        "replicas: 1",
      ),
      "clusters/prod/us1/kustomization.yaml": undefined,
      "OWNERS": "platform\n",
      "clusters/prod/eu1/notes.md": "Ours\n",
    });
    const { code, stderr } = await fleet.render();
    assertEquals(code, 0);
    for (const path of [DEPLOYMENT, "clusters/prod/us1/kustomization.yaml"]) {
      assertStringIncludes(
        stderr,
        `change by hand on the rendered branch: "${path}"`,
      );
    }
    const after = await fleet.rendered();
    const { added, ...differences } = compare(before, after);
    assertEquals(added, ["OWNERS", "clusters/prod/eu1/notes.md"]);
    assertEquals(differences, { removed: [], changed: [] });
    assertEquals((await fleet.render()).stdout.includes("unchanged"), true);
  });
});

Deno.test("two renderers at once: one commit, and both are content", async () => {
  await withFleet(async (fleet) => {
    for (let round = 4; round < 7; round += 1) {
      if (round > 4) {
        await fleet.edit(
          "clusters/eu1.yaml",
          `workersNumber: ${round - 1}`,
          `workersNumber: ${round}`,
        );
      }
      const results = await Promise.all(
        ["one", "two", "three"].map((name) =>
          fleet.render("--cache", fleet.path(name))
        ),
      );
      assertEquals(results.map(({ code }) => code), [0, 0, 0]);
      const count = ["rev-list", "--count", "rendered"];
      assertEquals(await plainGit(fleet.origin, count), String(round - 3));
    }
  });
});

Deno.test("who loses the race renders again on top of what the other pushed", async () => {
  await withFleet(async (fleet) => {
    await fleet.render();
    const ours = await fleet.head();
    const theirs = await fleet.pushRendered({ "OWNERS": "platform\n" });
    await plainGit(fleet.origin, ["update-ref", "refs/heads/rendered", ours]);
    await hook(
      fleet,
      "update",
      `if [ ! -e pushed ]; then touch pushed; git update-ref refs/heads/rendered ${theirs}; fi`,
    );
    await fleet.edit(
      "clusters/eu1.yaml",
      "workersNumber: 4",
      "workersNumber: 6",
    );
    const { code, stdout, stderr } = await fleet.render();
    assertEquals(code, 0, stderr);
    assertMatch(stdout, /^production: committed rendered at /);
    assertEquals(
      await plainGit(fleet.origin, ["rev-parse", "rendered~1"]),
      theirs,
    );
    const files = await fleet.rendered();
    assertEquals(files.get("OWNERS"), "platform\n");
    assertStringIncludes(files.get(DEPLOYMENT)!, "replicas: 6");
  });
});

Deno.test("a remote that refuses is a plain error, and nothing is half-written", async () => {
  await withFleet(async (fleet) => {
    await fleet.render();
    await fleet.push({ "clusters/lab.yaml": undefined });
    const refs = await plainGit(fleet.origin, ["for-each-ref"]);
    await hook(
      fleet,
      "pre-receive",
      "echo 'rendered is protected' >&2; exit 1",
    );
    const { code, stdout, stderr } = await fleet.render();
    assertEquals(code, 1);
    assertMatch(
      stdout,
      /^production: Cannot push to .*: the remote refused it \(.*rendered is protected\)\n$/,
    );
    assert(!/^ +at /m.test(stderr));
    assertEquals(await plainGit(fleet.origin, ["for-each-ref"]), refs);
  });
});

Deno.test("a rendered branch whose records cannot be read is left alone where that is dangerous", async () => {
  await withFleet(async (fleet) => {
    await fleet.render();
    const head = await fleet.pushRendered({ "flux/shards.json": "{" });
    const { code, stderr } = await fleet.render();
    assertEquals([code, await fleet.head()], [1, head]);
    assertStringIncludes(stderr, "[tree/unreadable-shards]");
  });
});

async function hook(fleet: Fleet, name: string, script: string): Promise<void> {
  const path = join(fleet.origin, "hooks", name);
  await Deno.mkdir(join(fleet.origin, "hooks"), { recursive: true });
  await Deno.writeTextFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** How the files differ, apart from where they come from. */
function compare(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
) {
  const both = [...before.keys()].filter((path) => after.has(path));
  return {
    added: [...after.keys()].filter((path) => !before.has(path)),
    removed: [...before.keys()].filter((path) => !after.has(path)),
    changed: both.filter((path) =>
      path !== "hydrator.metadata" && before.get(path) !== after.get(path)
    ),
  };
}
