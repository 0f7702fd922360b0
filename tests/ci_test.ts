/**
 * The jobs for forges, as far as a machine without forges can run them: their
 * YAML is read as the forges do, and their script is run for real.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fromFileUrl, join } from "@std/path";
import { plainGit } from "../src/git/_testing.ts";
import { loadYaml } from "../src/yaml/mod.ts";
import { type Fleet, withFleet } from "./fleet.ts";

const SCRIPT = fromFileUrl(new URL("../ci/diff.sh", import.meta.url));
const EU1 = "clusters/eu1.yaml";

/** Names that do harm wherever they are not in quotes. */
const HOSTILE = [
  "$(touch${IFS}pwned)",
  "`touch${IFS}pwned`",
  "a;touch${IFS}pwned",
  "a&&touch${IFS}pwned",
  'a";touch${IFS}pwned;"',
  "a'touch${IFS}pwned'",
  "--help",
];

/** A step of a composite action. */
interface Step {
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

Deno.test("the GitHub Action passes all input by the environment", async () => {
  const action = await readJob<{
    readonly inputs: Readonly<Record<string, unknown>>;
    readonly runs: { readonly using: string; readonly steps: readonly Step[] };
  }>("../ci/github/action.yml");
  assertEquals(action.runs.using, "composite");
  for (const { run } of action.runs.steps) assert(!run.includes("${{"), run);
  const passed = action.runs.steps
    .flatMap(({ env }) => Object.values(env)).join("\n");
  for (const input of Object.keys(action.inputs)) {
    assertStringIncludes(passed, `inputs.${input}`);
  }
});

Deno.test("the GitLab job passes all input by variables", async () => {
  const jobs = await readJob<
    Readonly<
      Record<string, {
        readonly script: readonly string[];
        readonly variables: Readonly<Record<string, string>>;
      }>
    >
  >("../ci/gitlab/diff.yml");
  for (const { script, variables } of Object.values(jobs)) {
    for (const line of script) {
      assert(!line.includes("$[["), line);
      // A variable that is not in quotes is cut into words.
      assert(!/(?:^|[^"])\$/.test(line), line);
    }
    assert("K0RENDER_BASE" in variables && "K0RENDER_HEAD" in variables);
  }
});

Deno.test("the script of the jobs writes reports, and takes no name for a command", async () => {
  await withFleet(async (fleet) => {
    const base = await plainGit(fleet.work, ["rev-parse", "HEAD"]);
    await fleet.edit(EU1, "workersNumber: 4", "workersNumber: 6");
    for (const name of HOSTILE) {
      await plainGit(fleet.work, ["update-ref", `refs/heads/${name}`, "HEAD"]);
      const { code, stdout, stderr } = await runScript(fleet, {
        K0RENDER_BASE: base,
        K0RENDER_HEAD: name,
      });
      assertEquals(code, 0, `${name}: ${stderr}`);
      assertStringIncludes(stdout, "workers 4 → 6");
    }
    assertEquals(await names(fleet.path("out")), [
      "diff.html",
      "diff.json",
      "diff.md",
      "diff.sarif",
    ]);
    assert(!(await names(fleet.work)).includes("pwned"));
  });
});

Deno.test("the script of the jobs tells GitHub what came of it", async () => {
  await withFleet(async (fleet) => {
    for (const name of ["eu1", "us1"]) {
      await fleet.push({ [`clusters/${name}.yaml`]: undefined });
    }
    const { code } = await runScript(fleet, {
      K0RENDER_BASE: "HEAD~2",
      K0RENDER_HEAD: "HEAD",
      GITHUB_STEP_SUMMARY: fleet.path("summary"),
      GITHUB_OUTPUT: fleet.path("output"),
    });
    assertEquals(code, 10);
    const summary = await Deno.readTextFile(fleet.path("summary"));
    assertStringIncludes(summary, "2 are deleted");
    assertEquals(
      await Deno.readTextFile(fleet.path("output")),
      `reports=${fleet.path("out")}\nexit-code=10\n`,
    );
  });
});

Deno.test("the script of the jobs says what it lacks", async () => {
  await withFleet(async (fleet) => {
    const { code, stderr } = await runScript(fleet, { K0RENDER_BASE: "HEAD" });
    assertEquals(code, 1);
    assertStringIncludes(stderr, "K0RENDER_HEAD");
  });
});

Deno.test("the script of the jobs runs the Deno that CI has", async () => {
  const version = /deno@([\d.]+)/;
  const gate = new URL("../.ci/run", import.meta.url);
  const [own, ci] = await Promise.all(
    [SCRIPT, gate].map((path) => Deno.readTextFile(path)),
  );
  assertEquals(version.exec(own!)?.[1], version.exec(ci!)?.[1]);
});

async function readJob<Job>(path: string): Promise<Job> {
  const text = await Deno.readTextFile(new URL(path, import.meta.url));
  return loadYaml(text) as unknown as Job;
}

async function runScript(
  fleet: Fleet,
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    args: [SCRIPT],
    cwd: fleet.work,
    env: { K0RENDER_OUTPUT: fleet.path("out"), NO_COLOR: "1", ...env },
  }).output();
  const decoder = new TextDecoder();
  return {
    code,
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
}

async function names(directory: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(join(directory)));
  return entries.map(({ name }) => name).sort();
}
