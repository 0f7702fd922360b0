/**
 * Guards before a commit: what they stop, how it is accepted by name, and that
 * an acknowledgement counts once.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { plainGit } from "../src/git/_testing.ts";
import { type Fleet, RENDERED, withFleet } from "./fleet.ts";

const GUIDE = new URL("../docs/guides/guards.md", import.meta.url);
const RECORD = "flux/unit.json";

Deno.test("two deleted clusters stop the commit, and nothing is half-written", async () => {
  await withRendered(async (fleet) => {
    const head = await fleet.head();
    await fleet.push({
      "clusters/eu1.yaml": undefined,
      "clusters/us1.yaml": undefined,
    });
    const { code, stdout, stderr } = await fleet.render();
    assertEquals([code, await fleet.head()], [10, head]);
    const [finding] = stderr.split("\n\n");
    const guide = await Deno.readTextFile(GUIDE);
    assertStringIncludes(guide, `--commit\n${finding}\n${stdout}`);
    assertStringIncludes(
      stdout,
      "production: nothing committed to rendered, stopped by clustersDeleted\n",
    );
    assertStringIncludes(stderr, "[guards/tripped]");
    assertStringIncludes(stderr, '"delete:prod/eu1, delete:prod/us1"');
  });
});

Deno.test("a change that is accepted by name is committed and recorded", async () => {
  await withRendered(async (fleet) => {
    await fleet.push({
      "clusters/eu1.yaml": undefined,
      "clusters/us1.yaml": undefined,
      "k0render.yaml": await accepting(fleet, "delete:prod/us1"),
    });
    assertEquals((await fleet.render()).code, 0);
    assertEquals(await acknowledged(fleet), ["delete:prod/us1"]);
    const message = await plainGit(fleet.origin, [
      "log",
      "-1",
      "--format=%(trailers:key=Acknowledged,valueonly)",
      RENDERED,
    ]);
    assertEquals(message.trim(), "delete:prod/us1");
  });
});

Deno.test("an acknowledgement counts once, as long as it stands", async () => {
  await withRendered(async (fleet) => {
    const eu1 = await fleet.read("clusters/eu1.yaml");
    const us1 = await fleet.read("clusters/us1.yaml");
    const accepted = await accepting(fleet, "delete:prod/us1");
    const plain = await fleet.read("k0render.yaml");
    const gone = {
      "clusters/eu1.yaml": undefined,
      "clusters/us1.yaml": undefined,
    };
    await fleet.push({ ...gone, "k0render.yaml": accepted });
    assertEquals((await fleet.render()).code, 0);
    await fleet.push({ "clusters/eu1.yaml": eu1, "clusters/us1.yaml": us1 });
    assertEquals((await fleet.render()).code, 0);
    assertEquals(await acknowledged(fleet), ["delete:prod/us1"]);
    await fleet.push(gone);
    assertEquals((await fleet.render()).code, 10);
    await fleet.push({
      "clusters/eu1.yaml": eu1,
      "clusters/us1.yaml": us1,
      "k0render.yaml": plain,
    });
    assertEquals((await fleet.render()).code, 0);
    assertEquals(await acknowledged(fleet), undefined);
    await fleet.push({ ...gone, "k0render.yaml": accepted });
    assertEquals((await fleet.render()).code, 0);
  });
});

Deno.test("a stopped commit is told as JSON, with what would accept it", async () => {
  await withRendered(async (fleet) => {
    await fleet.push({
      "clusters/eu1.yaml": undefined,
      "clusters/us1.yaml": undefined,
    });
    const { code, stdout } = await fleet.render("--format", "json");
    const [environment] = JSON.parse(stdout).environments;
    const [guard] = environment.guards;
    assertEquals([code, environment.outcome, guard.guard, guard.state], [
      10,
      "guarded",
      "clustersDeleted",
      "tripped",
    ]);
    assertEquals(guard.acknowledgements, [
      "delete:prod/eu1",
      "delete:prod/us1",
    ]);
  });
});

Deno.test("a tree without clusters is always stopped", async () => {
  await withRendered(async (fleet) => {
    await fleet.push({
      "clusters/eu1.yaml": undefined,
      "clusters/us1.yaml": undefined,
      "clusters/lab.yaml": undefined,
      "k0render.yaml": await configured(fleet, "guards: {clustersDeleted: 9}"),
    });
    const { code, stdout } = await fleet.render();
    assertEquals(code, 10);
    assertStringIncludes(stdout, "stopped by emptiedTree\n");
  });
});

/** A guard, the change that it stops, and what accepts the change. */
const STOPPED: readonly (readonly [string, string, Change, string])[] = [
  [
    "clustersReplaced",
    "",
    async (fleet) => ({
      "clusters/lab.yaml": (await fleet.read("clusters/lab.yaml"))
        .replace("name: lab\n", "name: lab-1\n"),
    }),
    "replace:lab/lab",
  ],
  [
    "controlPlanesRolled",
    "guards: {controlPlanesRolled: 0}",
    async (fleet) => ({
      "clusters/eu1.yaml": (await fleet.read("clusters/eu1.yaml"))
        .replace("  config:\n", '  config:\n    k0s: {cpArgs: ["--debug"]}\n'),
    }),
    "control-plane-rollout:prod/eu1",
  ],
  [
    "protectedKinds",
    "guards: {protectedKinds: [HelmRepository]}",
    async (fleet) => ({
      "templates/services.yaml": (await fleet.read("templates/services.yaml"))
        .split("---\n").slice(0, 3).join("---\n"),
      "services/baseline.yaml": undefined,
    }),
    "delete:HelmRepository/kcm-system/catalog",
  ],
  [
    "protectedNamespaces",
    "guards: {protectedNamespaces: [prod]}",
    async (fleet) => ({
      "clusters/eu1.yaml": (await fleet.read("clusters/eu1.yaml"))
        .split("  serviceSpec:")[0],
    }),
    "service-uninstall:Profile/prod/eu1",
  ],
];

type Change = (
  fleet: Fleet,
) => Promise<Readonly<Record<string, string | undefined>>>;

for (const [guard, setting, change, entry] of STOPPED) {
  Deno.test(`${guard} stops a commit until "${entry}" stands in the source`, async () => {
    await withFleet(async (fleet) => {
      const config = await configured(fleet, setting);
      await fleet.push({ "k0render.yaml": `${config}# Guarded\n` });
      assertEquals((await fleet.render()).code, 0);
      await fleet.push(await change(fleet));
      const { code, stdout, stderr } = await fleet.render();
      assertEquals(code, 10);
      assertStringIncludes(stdout, `stopped by ${guard}\n`);
      assertStringIncludes(stderr, `"${entry}"`);
      await fleet.push({ "k0render.yaml": await accepting(fleet, entry) });
      assertEquals((await fleet.render()).code, 0);
      assertEquals(await acknowledged(fleet), [entry]);
    });
  });
}

Deno.test("an acknowledgement on a definition counts, and is not rendered", async () => {
  await withFleet(async (fleet) => {
    const config = await configured(
      fleet,
      "guards: {controlPlanesRolled: 0}",
    );
    await fleet.push({ "k0render.yaml": config });
    assertEquals((await fleet.render()).code, 0);
    await fleet.push({
      "clusters/eu1.yaml": (await fleet.read("clusters/eu1.yaml"))
        .replace("  config:\n", '  config:\n    k0s: {cpArgs: ["--debug"]}\n')
        .replace(
          "  labels:\n",
          "  annotations:\n    k0render.dev/acknowledge: control-plane-rollout:prod/eu1\n  labels:\n",
        ),
    });
    assertEquals((await fleet.render()).code, 0);
    const files = await fleet.rendered();
    files.delete(RECORD);
    for (const text of files.values()) {
      assert(!text.includes("k0render.dev/acknowledge"));
    }
  });
});

Deno.test("an entry that names nothing is an error with what is meant", async () => {
  await withFleet(async (fleet) => {
    await fleet.push({
      "k0render.yaml": await accepting(fleet, "delet:prod/eu1"),
    });
    const { code, stderr } = await fleet.render();
    assertEquals(code, 1);
    assertStringIncludes(stderr, "[source/invalid-acknowledgement]");
    assertStringIncludes(stderr, 'Did you mean "delete:prod/eu1"?');
  });
});

Deno.test("an entry about another object is a warning with what is meant", async () => {
  await withRendered(async (fleet) => {
    await fleet.push({
      "clusters/lab.yaml": (await fleet.read("clusters/lab.yaml"))
        .replace("name: lab\n", "name: lab-1\n"),
      "k0render.yaml": await accepting(fleet, "replace:lab/lba"),
    });
    const { code, stderr } = await fleet.render();
    assertEquals(code, 10);
    assertStringIncludes(stderr, "[guards/unused-acknowledgement]");
    assertStringIncludes(stderr, 'Did you mean "replace:lab/lab"?');
  });
});

async function withRendered(
  test: (fleet: Fleet) => Promise<void>,
): Promise<void> {
  await withFleet(async (fleet) => {
    assertEquals((await fleet.render()).code, 0);
    await test(fleet);
  });
}

async function configured(fleet: Fleet, setting: string): Promise<string> {
  return `${await fleet.read("k0render.yaml")}${setting}\n`;
}

async function accepting(fleet: Fleet, entry: string): Promise<string> {
  return await configured(
    fleet,
    `metadata:\n  annotations:\n    k0render.dev/acknowledge: ${entry}`,
  );
}

async function acknowledged(fleet: Fleet): Promise<unknown> {
  const files = await fleet.rendered();
  return JSON.parse(files.get(RECORD)!).acknowledged;
}
