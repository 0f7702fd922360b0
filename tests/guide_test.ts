import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { dirname, join } from "@std/path";
import { loadYaml } from "../src/yaml/mod.ts";
import { k0render } from "./cli.ts";
import { validateAgainstCrd } from "./crds.ts";
import { runPipeline } from "./pipeline.ts";
import { requirement } from "./requirements.ts";

const GUIDE = new URL("../docs/guides/templates.md", import.meta.url);
const FENCE = /^```(\w+) (rendered )?(\S+\/\S+)\n([\s\S]*?)^```$/gm;

const guide = await Deno.readTextFile(GUIDE);
const fences = [...guide.matchAll(FENCE)].map(
  ([, , rendered, path = "", text = ""]) => ({ rendered, path, text }),
);
const source = fences.filter(({ rendered }) => rendered === undefined);
const result = runPipeline(
  Object.fromEntries(source.map(({ path, text }) => [path, text])),
);

Deno.test("docs/guides/templates.md is a dry source without errors", () => {
  const ids = result.findings.map(({ finding }) => finding.rule.id);
  assertEquals(ids, ["validate/undeclared-reference"]);
});

Deno.test("docs/guides/templates.md shows what validate says", async () => {
  const directory = await Deno.makeTempDir();
  for (const { path, text } of source) {
    const file = join(directory, path);
    await Deno.mkdir(dirname(file), { recursive: true });
    await Deno.writeTextFile(file, text);
  }
  const { stdout } = await k0render("validate", "--source", directory);
  await Deno.remove(directory, { recursive: true });
  assertStringIncludes(guide, `$ k0render validate\n${stdout}`);
});

Deno.test("docs/guides/templates.md shows what is rendered", () => {
  const shown = fences.filter(({ rendered }) => rendered !== undefined);
  assert(shown.length >= 2);
  for (const { path, text } of shown) {
    const made = result.files.get(path) ?? "";
    assertEquals(loadYaml(text), loadYaml(made), path);
  }
});

Deno.test({
  name: "docs/guides/templates.md renders what Cluster API accepts",
  ignore: !await requirement("shared"),
  fn() {
    const applied = result.units.flatMap((unit) =>
      unit.kind === "rendered" ? unit.applied : []
    );
    const problems = applied.flatMap(({ manifest }) =>
      validateAgainstCrd(manifest)
    );
    assertEquals(problems, []);
  },
});
