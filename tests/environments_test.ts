/**
 * One repository, several environments: each has a branch of its own, and
 * what is wrong in one is no matter of the others.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { plainGit } from "../src/git/_testing.ts";
import { type Fleet, withFleet } from "./fleet.ts";

const CONFIG = `apiVersion: k0render.dev/v1alpha1
kind: RenderConfig
environments:
  - name: prod
    branch: rendered/prod
    namespaces: [prod, kcm-system]
  - name: lab
    branch: rendered/lab
    namespaces: [lab, kcm-system]
`;

Deno.test("each environment is rendered to its branch, and its own clusters only", async () => {
  await withEnvironments(async (fleet) => {
    assertEquals((await fleet.render()).code, 0);
    assertEquals(await clustersOn(fleet, "rendered/prod"), [
      "clusters/prod/eu1",
      "clusters/prod/us1",
    ]);
    assertEquals(await clustersOn(fleet, "rendered/lab"), ["clusters/lab/lab"]);
    const notes = ["notes", "--ref=refs/notes/hydrator.metadata", "list"];
    assertEquals((await plainGit(fleet.origin, notes)).split("\n").length, 2);
  });
});

Deno.test("a mistake in one environment leaves the branches of others alone", async () => {
  await withEnvironments(async (fleet) => {
    await fleet.render();
    const prod = await fleet.head("rendered/prod");
    await fleet.edit(
      "clusters/lab.yaml",
      "workersNumber: 1",
      "workersNumber: x",
    );
    const { code, stdout } = await fleet.render();
    assertEquals([code, await fleet.head("rendered/prod")], [1, prod]);
    assertStringIncludes(stdout, "prod: unchanged rendered/prod");
    assertStringIncludes(stdout, "(1 cluster, 1 failed)");
  });
});

Deno.test("--environment renders one environment and leaves the rest", async () => {
  await withEnvironments(async (fleet) => {
    assertEquals((await fleet.render("--environment", "lab")).code, 0);
    assertEquals(await fleet.head("rendered/prod"), "");
    assert(await fleet.head("rendered/lab") !== "");
  });
});

Deno.test("an environment cannot be rendered over the definitions", async () => {
  await withFleet(async (fleet) => {
    const dry = await fleet.edit(
      "k0render.yaml",
      "branch: rendered",
      "branch: main",
    );
    const { code, stdout } = await fleet.render();
    assertEquals([code, await fleet.head("main")], [1, dry]);
    assertStringIncludes(stdout, 'to branch "main": the definitions are there');
  });
});

Deno.test("a configuration with an error leaves all branches as they are", async () => {
  await withFleet(async (fleet) => {
    await fleet.render();
    const head = await fleet.head();
    await fleet.edit("k0render.yaml", "applyLevel: capi", "applyLevl: capi");
    await fleet.edit(
      "clusters/eu1.yaml",
      "workersNumber: 4",
      "workersNumber: 6",
    );
    const { code, stdout, stderr } = await fleet.render();
    assertEquals([code, stdout, await fleet.head()], [1, "", head]);
    assertStringIncludes(stderr, 'Did you mean "applyLevel"?');
  });
});

Deno.test("clusters keep their shards when others come and go", async () => {
  await withFleet(async (fleet) => {
    const config = "layout: {shards: {above: 2, size: 2}}\n";
    const text = await Deno.readTextFile(`${fleet.work}/k0render.yaml`);
    await fleet.push({ "k0render.yaml": text + config });
    assertEquals((await fleet.render()).code, 0);
    const before = await shardsOf(fleet);
    assertEquals(Object.keys(before), ["lab/lab", "prod/eu1", "prod/us1"]);
    const lab = await Deno.readTextFile(`${fleet.work}/clusters/lab.yaml`);
    await fleet.push({
      "clusters/aaa.yaml": lab.replace("name: lab", "name: aaa"),
      "clusters/us1.yaml": undefined,
    });
    assertEquals((await fleet.render()).code, 0);
    const { "lab/aaa": added, ...after } = await shardsOf(fleet);
    assert(added !== undefined);
    assertEquals(after, before);
  });
});

async function withEnvironments(
  test: (fleet: Fleet) => Promise<void>,
): Promise<void> {
  await withFleet(async (fleet) => {
    await fleet.push({ "k0render.yaml": CONFIG });
    await test(fleet);
  });
}

async function clustersOn(fleet: Fleet, branch: string): Promise<string[]> {
  const args = ["ls-tree", "-rd", "--name-only", branch, "clusters/"];
  const paths = (await plainGit(fleet.origin, args)).split("\n");
  return paths.filter((path) => path.split("/").length === 3);
}

async function shardsOf(fleet: Fleet): Promise<Record<string, string>> {
  return JSON.parse((await fleet.rendered()).get("flux/shards.json") ?? "{}");
}
