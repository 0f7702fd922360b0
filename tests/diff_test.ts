/**
 * `k0render diff` from commits and directories to what it says.
 */

import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { fromFileUrl, join } from "@std/path";
import { plainGit } from "../src/git/_testing.ts";
import { k0render } from "./cli.ts";
import { type Fleet, withFleet } from "./fleet.ts";

const EU1 = "clusters/eu1.yaml";

/** What the JSON form says of an effect. */
interface EffectJson {
  readonly kind: string;
  readonly summary: string;
  readonly cluster?: string;
  readonly causes: readonly {
    readonly file: string;
    readonly line: number;
    readonly field: string;
    readonly side: string;
  }[];
}

/** What the JSON form says of an environment. */
interface EnvironmentJson {
  readonly clusters: Readonly<Record<string, unknown>>;
  readonly effects: readonly EffectJson[];
  readonly unknown: readonly { readonly unit: string; readonly side: string }[];
}

Deno.test("diff says what a commit does, and which lines cause it", async () => {
  await withFleet(async (fleet) => {
    await fleet.edit(EU1, "workersNumber: 4", "workersNumber: 6");
    await fleet.edit(EU1, "replicaCount: 2", "replicaCount: 3");
    const { effects, clusters } = await diff(fleet, "HEAD~2", "HEAD");
    assertEquals(clusters.changed, ["prod/eu1"]);
    assertEquals(said(effects), [
      "in-place workers 4 → 6: clusters/eu1.yaml:14 spec.config.workersNumber",
      "in-place ingress-nginx: values: clusters/eu1.yaml:25 spec.serviceSpec.services[name=ingress-nginx,namespace=ingress-nginx].values",
    ]);
  });
});

Deno.test("diff names one shared line for all clusters that it reaches", async () => {
  await withFleet(async (fleet) => {
    await fleet.edit(
      "services/baseline.yaml",
      "enabled: true",
      "enabled: false",
    );
    await fleet.edit(EU1, "workersNumber: 4", "workersNumber: 6");
    const { effects } = await diff(fleet, "HEAD~2", "HEAD");
    assertEquals(
      effects.filter(({ summary }) => summary === "cert-manager: values")
        .map(({ cluster, causes }) => `${cluster} ${causes.map(place)}`),
      ["prod/eu1", "prod/us1"].map((cluster) =>
        `${cluster} services/baseline.yaml:18`
      ),
    );
  });
});

Deno.test("diff names a line of k0render.yaml", async () => {
  await withFleet(async (fleet) => {
    await fleet.edit(
      "k0render.yaml",
      "serviceDelivery: sveltos",
      "serviceDelivery: helmrelease",
    );
    const { effects } = await diff(fleet, "HEAD~1", "HEAD");
    const places = new Set(effects.flatMap(({ causes }) => causes.map(place)));
    assertEquals([...places], ["k0render.yaml:6"]);
  });
});

Deno.test("diff says why a cluster leaves one environment for another", async () => {
  await withFleet(async (fleet) => {
    await fleet.edit(
      "k0render.yaml",
      "branch: rendered",
      "branch: rendered\n    namespaces: [prod, kcm-system]\n  - name: lab\n    branch: lab\n    namespaces: [lab]",
    );
    const { stdout } = await run(fleet, "HEAD~1", "HEAD");
    const [effect] = environmentOf(stdout).effects;
    assertEquals([effect?.kind, effect?.cluster], ["delete", "lab/lab"]);
    assert(effect?.causes.some((cause) => place(cause) === "k0render.yaml:10"));
  });
});

Deno.test("diff follows the branch of an environment that gets another name", async () => {
  await withFleet(async (fleet) => {
    await fleet.edit("k0render.yaml", "name: production", "name: live");
    const { effects, clusters } = await diff(fleet, "HEAD~1", "HEAD");
    assertEquals([effects, clusters.before, clusters.created], [[], 3, []]);
  });
});

Deno.test("diff tells of a secret in the values of a service that it changes", async () => {
  await withFleet(async (fleet) => {
    const line = (word: string) =>
      `replicaCount: 2\n            token: ${word}`;
    await fleet.edit(EU1, "replicaCount: 2", line("old-word"));
    await fleet.edit(EU1, "old-word", "new-word");
    const { effects } = await diff(fleet, "HEAD~1", "HEAD");
    assertEquals(effects.map(({ summary }) => summary), [
      "ingress-nginx: values",
    ]);
  });
});

Deno.test("diff names the line that a removed cluster had", async () => {
  await withFleet(async (fleet) => {
    await fleet.push({ "clusters/lab.yaml": undefined });
    const { effects, clusters } = await diff(fleet, "HEAD~1", "HEAD");
    assertEquals(clusters.deleted, ["lab/lab"]);
    const [effect] = effects;
    assertEquals(effect?.kind, "delete");
    assertEquals(effect?.causes.map(({ side }) => side), ["before"]);
  });
});

Deno.test("diff leaves out what happened on the base's branch meanwhile", async () => {
  await withFleet(async (fleet) => {
    const { work } = fleet;
    await plainGit(work, ["branch", "change"]);
    await fleet.edit(
      "services/baseline.yaml",
      "enabled: true",
      "enabled: false",
    );
    await plainGit(work, ["checkout", "--quiet", "change"]);
    await Deno.writeTextFile(
      join(work, EU1),
      (await Deno.readTextFile(join(work, EU1)))
        .replace("workersNumber: 4", "workersNumber: 6"),
    );
    await plainGit(work, ["commit", "--quiet", "--all", "-m", "Scale eu1"]);
    const { effects } = await diff(fleet, "main", "change");
    assertEquals(effects.map(({ summary }) => summary), ["workers 4 → 6"]);
    const exact = await diff(fleet, "main", "change", "--no-merge-base");
    assertEquals(exact.effects.length, 3);
  });
});

Deno.test("diff calls what cannot be rendered unknown, not deleted", async () => {
  await withFleet(async (fleet) => {
    await fleet.edit(EU1, "credential: aws-main", "credential: aws-mian");
    const { code, stdout } = await run(fleet, "HEAD~1", "HEAD");
    assertEquals(code, 1);
    const { effects, unknown, clusters } = environmentOf(stdout);
    assertEquals(unknown.map(({ unit, side }) => `${unit} ${side}`), [
      "cluster prod/eu1 after",
    ]);
    assertEquals(clusters.deleted, []);
    assertEquals(effects.filter(({ kind }) => kind === "delete"), []);
  });
});

Deno.test("diff calls what may stand in an unreadable file unknown", async () => {
  await withFleet(async (fleet) => {
    await fleet.push({ [EU1]: "kind: [\n" });
    const { stdout } = await run(fleet, "HEAD~1", "HEAD");
    const { unknown, clusters } = environmentOf(stdout);
    assertEquals(unknown.map(({ unit }) => unit), ["cluster prod/eu1"]);
    assertEquals(clusters.deleted, []);
  });
});

Deno.test("diff reads commits of an address, with their history", async () => {
  await withFleet(async (fleet) => {
    const base = await plainGit(fleet.work, ["rev-parse", "HEAD"]);
    await fleet.edit(EU1, "workersNumber: 4", "workersNumber: 6");
    const url = `file://${fleet.origin}`;
    const { code, stdout, stderr } = await k0render(
      ...["diff", base, "main", "--source", url],
      ...["--cache", fleet.path("cache"), "--format", "json"],
    );
    assertEquals(code, 0, stderr);
    assertEquals(environmentOf(stdout).effects.length, 1);
  });
});

Deno.test("diff compares directories of definitions, and rendered trees", async () => {
  await withFleet(async (fleet) => {
    const [base, head] = [fleet.path("base"), fleet.path("head")];
    await plainGit(fleet.work, ["worktree", "add", "--quiet", base, "main"], {})
      .catch(() =>
        plainGit(fleet.work, ["worktree", "add", "--quiet", "--detach", base])
      );
    await fleet.edit(EU1, "workersNumber: 4", "workersNumber: 6");
    const definitions = await k0render("diff", base, fleet.work);
    assertStringIncludes(definitions.stdout, "workers 4 → 6");
    for (const [source, out] of [[base, "a"], [fleet.work, "b"]] as const) {
      await k0render("render", "--source", source, "--out", `${head}-${out}`);
    }
    const rendered = await k0render("diff", `${head}-a`, `${head}-b`);
    assertStringIncludes(rendered.stdout, "workers 4 → 6");
    const mixed = await k0render("diff", base, `${head}-b`);
    assertEquals(mixed.code, 2);
    assertStringIncludes(mixed.stderr, "only one of them is a rendered tree");
  });
});

Deno.test("diff says that nothing changes", async () => {
  const demo = fromFileUrl(new URL("../fixtures/demo", import.meta.url));
  const { code, stdout } = await k0render("diff", demo, demo);
  assertEquals(code, 0);
  assertMatch(stdout, /^production \(.*\): nothing that runs changes\n$/);
});

Deno.test("diff refuses commits that are not there, and unknown environments", async () => {
  await withFleet(async (fleet) => {
    const missing = await run(fleet, "nowhere", "HEAD");
    assertEquals(missing.code, 1);
    assertStringIncludes(missing.stderr, 'Cannot read "nowhere"');
    const other = await run(fleet, "HEAD", "HEAD", "--environment", "moon");
    assertEquals(other.code, 2);
  });
});

Deno.test("diff masks secrets and strips what steers a terminal in all formats", async () => {
  await withFleet(async (fleet) => {
    const secret = (password: string) =>
      `apiVersion: v1
kind: ConfigMap
metadata: {name: hostile, namespace: prod}
data:
  password: ${password}
  note: "\\u001b[31m\\u202e${password === "hunter2" ? "a" : "b"}"
`;
    await fleet.push({ "credentials/hostile.yaml": secret("hunter2") });
    await fleet.push({ "credentials/hostile.yaml": secret("correct-horse") });
    for (const format of ["text", "markdown", "json", "html", "sarif"]) {
      const { stdout, stderr } = await k0render(
        ...["diff", "HEAD~1", "HEAD", "--source", fleet.work],
        ...["--format", format],
      );
      assert(stdout.length > 0, stderr);
      assert(!/hunter2|correct-horse/.test(stdout), format);
      // deno-lint-ignore no-control-regex -- what must not get through
      assert(!/[\u001b\u202e]/.test(stdout), format);
    }
  });
});

Deno.test("diff --format sarif points at the lines that cause effects", async () => {
  await withFleet(async (fleet) => {
    await fleet.edit(EU1, "workersNumber: 4", "workersNumber: 6");
    const { stdout } = await k0render(
      ...["diff", "HEAD~1", "HEAD", "--source", fleet.work],
      ...["--format", "sarif"],
    );
    const [result] = JSON.parse(stdout).runs[0].results;
    assertEquals(result.ruleId, "effects/scaled");
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assertEquals([artifactLocation.uri, region.startLine], [EU1, 14]);
  });
});

async function diff(
  fleet: Fleet,
  ...args: readonly string[]
): Promise<EnvironmentJson> {
  const { code, stdout, stderr } = await run(fleet, ...args);
  assertEquals(code, 0, stderr);
  return environmentOf(stdout);
}

function run(fleet: Fleet, ...args: readonly string[]) {
  return k0render(
    ...["diff", ...args, "--source", fleet.work],
    ...["--format", "json"],
  );
}

function environmentOf(stdout: string): EnvironmentJson {
  const [environment] = JSON.parse(stdout).environments;
  const effects = (environment.effects as readonly EffectJson[])
    .filter(({ kind }) => kind !== "no-effect");
  return { ...environment, effects };
}

function said(effects: readonly EffectJson[]): string[] {
  return effects.map(({ kind, summary, causes }) =>
    `${kind} ${summary}: ${
      causes.map((cause) => `${place(cause)} ${cause.field}`)
    }`
  );
}

function place({ file, line }: EffectJson["causes"][number]): string {
  return `${file}:${line}`;
}
